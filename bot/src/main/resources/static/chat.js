// The web chat. No framework: the server sends what to show, this page shows it.
// Each message a person sends has an id of its own, so that sending it again after a network cut
// never doubles it; what the server said is read by number, so that none is missed.

const $ = id => document.getElementById(id);
const log = $('log');
const store = window.sessionStorage;
const RETRY_PAUSES = [500, 1000, 2000, 4000, 8000, 15000];

let texts = {};
let conversation = JSON.parse(store.getItem('waymark') ?? 'null');
let seq = 0;
let unsent = [];
let sending = false;
let stream = null;
let reading = null;

async function call(path, options = {}) {
  const headers = {'Content-Type': 'application/json', ...options.headers};
  if (conversation) {
    headers.Authorization = `Bearer ${conversation.token}`;
  }
  return fetch(`api/chat/${path}`, {...options, headers});
}

async function show(language) {
  const response = await fetch(`api/chat/texts/${encodeURIComponent(language)}`);
  if (!response.ok) {
    return;
  }
  const page = await response.json();
  texts = page.texts;
  document.documentElement.lang = page.language;
  document.documentElement.dir = page.direction;
  document.title = texts.title;
  $('title').textContent = texts.title;
  $('tagline').textContent = texts.tagline;
  $('language-label').textContent = texts.language;
  $('language').value = page.language;
  $('text-label').textContent = texts.placeholder;
  $('text').placeholder = texts.placeholder;
  $('send').textContent = texts.send;
  $('erase').lastElementChild.textContent = texts.erase;
  $('erase').title = texts.erase;
  document.querySelector('#typing b').textContent = texts.typing;
}

function status(text, good = false) {
  const line = $('status');
  line.textContent = text;
  line.hidden = !text;
  line.classList.toggle('good', good);
}

function spans(parent, list) {
  for (const span of list) {
    let node = document.createTextNode(span.text);
    if (span.url) {
      const link = document.createElement('a');
      link.href = span.url;
      link.target = '_blank';
      link.rel = 'noopener noreferrer';
      link.append(node);
      node = link;
    }
    if (span.bold) {
      const strong = document.createElement('strong');
      strong.append(node);
      node = strong;
    }
    parent.append(node);
  }
}

function block(content) {
  if (content.type === 'heading') {
    const heading = document.createElement('h2');
    heading.textContent = content.text;
    return heading;
  }
  if (content.type === 'items') {
    const list = document.createElement(content.numbered ? 'ol' : 'ul');
    for (const item of content.items) {
      const entry = document.createElement('li');
      spans(entry, item);
      list.append(entry);
    }
    return list;
  }
  const paragraph = document.createElement('p');
  spans(paragraph, content.spans);
  return paragraph;
}

function button(label, className, action) {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = className;
  element.textContent = label;
  element.addEventListener('click', action);
  return element;
}

function add(line) {
  if (line.seq <= seq) {
    return;
  }
  seq = line.seq;
  if (line.from === 'contact') {
    const mine = log.querySelector('.contact.waiting');
    if (mine) {
      mine.classList.remove('waiting', 'failed');
      return;
    }
  }
  const item = document.createElement('li');
  item.className = `message ${line.from}${line.kind === 'emergency' ? ' emergency' : ''}`;
  item.lang = line.language;
  item.dir = line.from === 'contact' ? 'auto' : line.direction;
  item.dataset.kind = line.kind;
  if (line.intent) {
    item.dataset.intent = line.intent;
  }
  if (line.kind === 'emergency') {
    item.setAttribute('role', 'alert');
  }
  item.append(...line.formatted.blocks.map(block));
  if (line.from !== 'contact') {
    readAloud(item, line);
    if (line.options.length) {
      const options = document.createElement('div');
      options.className = 'options';
      for (const option of line.options) {
        const choice = button(option.label, '', () => send({choice: option.id}, option.label));
        choice.dataset.option = option.id;
        options.append(choice);
      }
      item.append(options);
    }
    typing(false);
    if (line.language !== document.documentElement.lang) {
      show(line.language);
    }
  }
  log.append(item);
  scroll(item, line);
}

/** A long answer is shown from its beginning, everything else to its end. */
function scroll(item, line) {
  const pane = log.parentElement;
  const long = line && line.from !== 'contact' && item.offsetHeight > pane.clientHeight * 0.8;
  item.scrollIntoView({block: long ? 'start' : 'end'});
}

function voiceFor(language) {
  const prefix = language.split('-')[0];
  return window.speechSynthesis?.getVoices().find(voice => voice.lang.split(/[-_]/)[0] === prefix);
}

function readAloud(item, line) {
  const offer = () => {
    if (item.querySelector('.read') || !voiceFor(line.language)) {
      return;
    }
    const control = button(texts.readAloud ?? '', 'read', () => {
      const wasReading = reading === control;
      window.speechSynthesis.cancel();
      if (wasReading) {
        return;
      }
      const speech = new SpeechSynthesisUtterance(line.text);
      speech.voice = voiceFor(line.language);
      speech.lang = speech.voice.lang;
      speech.onend = speech.onerror = () => {
        control.textContent = texts.readAloud;
        reading = reading === control ? null : reading;
      };
      reading = control;
      control.textContent = texts.stopReading;
      window.speechSynthesis.speak(speech);
    });
    item.querySelector('.options') ? item.querySelector('.options').before(control) : item.append(control);
  };
  offer();
  window.speechSynthesis?.addEventListener('voiceschanged', offer, {once: true});
}

function typing(on) {
  $('typing').hidden = !on;
  if (on) {
    $('typing').scrollIntoView({block: 'end'});
  }
}

function send(content, label) {
  const item = document.createElement('li');
  item.className = 'message contact waiting';
  item.dir = 'auto';
  item.textContent = label;
  log.append(item);
  scroll(item);
  unsent.push({id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, content, item});
  deliver();
}

async function deliver() {
  if (sending || !unsent.length) {
    return;
  }
  sending = true;
  typing(true);
  let attempt = 0;
  while (unsent.length) {
    const next = unsent[0];
    try {
      const response = await call(`conversations/${conversation.id}/messages`, {
        method: 'POST',
        body: JSON.stringify({id: next.id, ...next.content})
      });
      if (response.ok) {
        unsent.shift();
        attempt = 0;
        status('');
        continue;
      }
      if (response.status === 404) {
        unsent.shift();
        await begin(document.documentElement.lang);
        unsent.unshift(next);
        continue;
      }
      if (response.status === 429) {
        status(texts.tooMany);
      } else if (response.status < 500) {
        next.item.classList.add('failed');
        status(texts.failed);
        unsent.shift();
        typing(false);
        continue;
      }
    } catch {
      status(texts.lost);
    }
    await new Promise(done => setTimeout(done, RETRY_PAUSES[Math.min(attempt++, RETRY_PAUSES.length - 1)]));
  }
  sending = false;
}

/** Reads the events by fetch: an EventSource cannot send the token in a header. */
async function listen() {
  const mine = stream = {};
  let attempt = 0;
  let wasLost = false;
  while (stream === mine) {
    try {
      const response = await call(`conversations/${conversation.id}/events?after=${seq}`, {
        headers: {Accept: 'text/event-stream'}
      });
      if (response.status === 404 || response.status === 401) {
        await begin(document.documentElement.lang);
        return;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      if (wasLost) {
        status(texts.reconnected, true);
        setTimeout(() => status(''), 3000);
      }
      wasLost = false;
      attempt = 0;
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let buffer = '';
      for (let part = await reader.read(); !part.done && stream === mine; part = await reader.read()) {
        buffer += part.value;
        const events = buffer.split('\n\n');
        buffer = events.pop();
        for (const event of events) {
          const data = event.split('\n').filter(line => line.startsWith('data:')).map(line => line.slice(5)).join('\n');
          if (data) {
            add(JSON.parse(data));
          }
        }
      }
    } catch {
      if (stream === mine && attempt > 0) {
        wasLost = true;
        status(texts.lost);
      }
    }
    await new Promise(done => setTimeout(done, RETRY_PAUSES[Math.min(attempt++, RETRY_PAUSES.length - 1)]));
  }
}

async function begin(language) {
  stream = null;
  conversation = null;
  seq = 0;
  log.replaceChildren();
  status(texts.connecting ?? '…', true);
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await call('conversations', {
        method: 'POST',
        body: JSON.stringify(language ? {language} : {})
      });
      if (response.ok) {
        conversation = await response.json();
        store.setItem('waymark', JSON.stringify(conversation));
        status('');
        listen();
        return;
      }
      status(response.status === 429 ? texts.tooMany : texts.failed);
    } catch {
      status(texts.lost ?? '…');
    }
    await new Promise(done => setTimeout(done, RETRY_PAUSES[Math.min(attempt, RETRY_PAUSES.length - 1)]));
  }
}

async function start() {
  const languages = await (await fetch('api/chat/languages')).json();
  for (const language of languages) {
    const option = new Option(language.endonym, language.tag);
    option.lang = language.tag;
    $('language').append(option);
  }
  const known = navigator.languages.map(tag => tag.split('-')[0]);
  const first = known.find(tag => languages.some(language => language.tag === tag));
  await show(first ?? 'en');
  conversation ? listen() : await begin(first && languages.length > 1 ? undefined : first);
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (text && conversation) {
    $('text').value = '';
    $('text').style.height = '';
    send({text}, text);
  }
});
$('text').addEventListener('keydown', event => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    $('form').requestSubmit();
  }
});
$('text').addEventListener('input', () => {
  $('text').style.height = 'auto';
  $('text').style.height = `${Math.min($('text').scrollHeight + 2, 150)}px`;
});
$('language').addEventListener('change', () => {
  const chosen = $('language').selectedOptions[0];
  show(chosen.value);
  send({choice: `speak:${chosen.value}`}, chosen.textContent);
});
$('erase').addEventListener('click', async () => {
  if (!window.confirm(texts.eraseConfirm)) {
    return;
  }
  try {
    const response = await call(`conversations/${conversation.id}`, {method: 'DELETE'});
    if (!response.ok && response.status !== 404) {
      throw new Error(String(response.status));
    }
    store.removeItem('waymark');
    await begin(document.documentElement.lang);
    status(texts.erased, true);
    setTimeout(() => status(''), 6000);
  } catch {
    status(texts.failed);
  }
});
window.addEventListener('online', deliver);

start().catch(() => {
  status('Waymark cannot be reached. Reload the page in a moment.');
});
