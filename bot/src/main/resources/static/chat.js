// The web chat. No framework: the server sends what to show, this page shows it.
// Each message a person sends has an id of its own, so that sending it again after a network cut
// never doubles it; what the server said is read by number, so that none is missed.

const $ = id => document.getElementById(id);
const log = $('messages');
const waiting = $('waiting');
const store = window.sessionStorage;
const RETRY_PAUSES = [500, 1000, 2000, 4000, 8000, 15000];
const SILENCE = 45000; // the server says something every 20 seconds
const LANGUAGE_PAUSE = 800; // the arrow keys pass other languages on the way
const LONGEST_TEXT = 4096;

let texts = {};
let wanted = ''; // the language the page is to be shown in
let conversation = JSON.parse(store.getItem('waymark') ?? 'null');
let beginning = null;
let seq = 0;
let settled = false; // whether the language of the conversation is known
let hasWritten = false; // since the page was loaded
let unsent = [];
let sending = false;
let stream = null;
let isLost = false;
let fading = 0;
let choosing = 0;
let reading = null;

async function call(path, options = {}) {
  const headers = {'Content-Type': 'application/json', ...options.headers};
  if (conversation) {
    headers.Authorization = `Bearer ${conversation.token}`;
  }
  return fetch(`api/chat/${path}`, {...options, headers});
}

async function show(language) {
  wanted = language;
  let page;
  try {
    const response = await fetch(`api/chat/texts/${encodeURIComponent(language)}`);
    page = response.ok && await response.json();
  } catch {
    // Without a network the page stays as it is.
  }
  if (wanted !== language) {
    return;
  }
  if (!page) {
    wanted = document.documentElement.lang;
    return;
  }
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
  $('log').setAttribute('aria-label', texts.messages);
}

function status(text, good = false, milliseconds = 0) {
  clearTimeout(fading);
  $('status').textContent = text;
  $('status').classList.toggle('good', good);
  if (milliseconds) {
    fading = setTimeout(() => status(''), milliseconds);
  }
}

function lost() {
  isLost = true;
  status(texts.lost ?? '…');
}

function back() {
  if (isLost) {
    isLost = false;
    status(texts.reconnected, true, 3000);
  }
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

/** Who speaks, for those who do not see the colours and sides. */
function sender(from) {
  const label = document.createElement('span');
  label.className = 'hidden sender';
  label.lang = document.documentElement.lang;
  label.dir = 'auto';
  const names = {bot: texts.senderBot, staff: texts.senderStaff, contact: texts.senderContact};
  label.textContent = `${names[from] ?? ''}: `;
  return label;
}

function add(line) {
  if (line.seq <= seq) {
    return;
  }
  seq = line.seq;
  typing(false);
  if (line.kind === 'erased') {
    forget();
  }
  // What was accepted is in the transcript by now, or the server did not keep it.
  waiting.querySelectorAll('.accepted').forEach(item => item.remove());
  const item = document.createElement('li');
  item.className = `message ${line.from}${line.kind === 'emergency' ? ' emergency' : ''}`;
  item.lang = line.language;
  item.dir = line.from === 'contact' ? 'auto' : line.direction;
  item.dataset.kind = line.kind;
  if (line.intent) {
    item.dataset.intent = line.intent;
  }
  item.append(sender(line.from), ...line.formatted.blocks.map(block));
  if (line.kind === 'card') {
    item.append(...line.links.map(link => card(link, item)));
  }
  if (line.from !== 'contact') {
    readAloud(item, line);
    if (line.options.length) {
      item.append(options(line.options));
    }
    followLanguage(line);
    if (line.kind === 'emergency' && hasWritten) {
      $('alert').lang = line.language;
      $('alert').textContent = line.text;
    }
  }
  log.append(item);
  scroll(item, line);
}

/** A card as a picture that leads to its page, where it can be printed. The path alone, as this page may be open under another name. */
function card(link, item) {
  const path = new URL(link.url, location.href).pathname;
  const page = document.createElement('a');
  page.className = 'card';
  page.href = path;
  page.target = '_blank';
  page.rel = 'noopener';
  const picture = document.createElement('img');
  picture.src = `${path}.png`;
  picture.alt = '';
  picture.addEventListener('load', () => item.isConnected && item === log.lastElementChild && scroll(item), {once: true});
  page.append(picture, link.label);
  return page;
}

function options(list) {
  const group = document.createElement('div');
  group.className = 'options';
  for (const option of list) {
    const choice = button(option.label, '', () => send({choice: option.id}, option.label));
    choice.dataset.option = option.id;
    if (option.id.startsWith('speak:')) {
      choice.lang = option.id.slice('speak:'.length);
      choice.dir = 'auto';
    }
    group.append(choice);
  }
  return group;
}

/**
 * Shows the page in the language of the conversation. That is not always the language of a line:
 * an answer that exists only in another language changes nothing.
 */
function followLanguage(line) {
  const changes = ['welcome', 'language-set', 'language-switched'].includes(line.kind);
  const first = !settled && ['answer', 'clarify', 'emergency'].includes(line.kind);
  if (line.kind === 'welcome') {
    settled = !line.options.some(option => option.id.startsWith('speak:'));
  } else if (changes || first) {
    settled = true;
  }
  if ((changes || first) && line.language !== wanted) {
    show(line.language);
  }
}

/** Removes everything that was said or is still to be sent. */
function forget() {
  unsent = [];
  log.replaceChildren();
  waiting.replaceChildren();
  $('alert').textContent = '';
  window.speechSynthesis?.cancel();
}

/** A long answer is shown from its beginning, everything else to its end. */
function scroll(item, line) {
  const pane = document.querySelector('main');
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
  $('typing-text').textContent = on ? texts.typing : '';
  if (on) {
    $('typing').scrollIntoView({block: 'end'});
  }
}

function send(content, label) {
  const item = document.createElement('li');
  item.className = 'message contact waiting';
  item.dir = 'auto';
  const text = document.createElement('p');
  text.textContent = label;
  item.append(sender('contact'), text);
  waiting.append(item);
  scroll(item);
  hasWritten = true;
  unsent.push({id: crypto.randomUUID?.() ?? `${Date.now()}-${Math.random()}`, content, item});
  deliver();
}

async function deliver() {
  if (sending) {
    return;
  }
  sending = true;
  let attempt = 0;
  while (unsent.length) {
    await beginning;
    const next = unsent[0];
    const asked = conversation;
    if (!next) {
      break;
    }
    next.after ??= seq;
    try {
      const response = await call(`conversations/${asked.id}/messages`, {
        method: 'POST',
        body: JSON.stringify({id: next.id, ...next.content})
      });
      if (response.ok) {
        drop(next);
        accepted(next);
        attempt = 0;
        isLost ? back() : status('');
        continue;
      }
      if (response.status === 404) {
        if (asked === conversation) {
          await begin(document.documentElement.lang);
        }
        continue;
      }
      if (response.status === 429) {
        status(texts.tooMany);
      } else if (response.status < 500) {
        drop(next);
        failed(next);
        continue;
      }
    } catch {
      lost();
    }
    await new Promise(done => setTimeout(done, RETRY_PAUSES[Math.min(attempt++, RETRY_PAUSES.length - 1)]));
  }
  sending = false;
}

/** Not shift(): the list may have been emptied, and filled again, meanwhile. */
function drop(message) {
  unsent = unsent.filter(other => other !== message);
}

/** From now on the server's lines show the message; until they come its own item stands for it. */
function accepted(message) {
  if (seq > message.after) {
    message.item.remove();
  } else {
    message.item.classList.add('accepted');
    typing(message.item.isConnected);
  }
}

function failed(message) {
  status(texts.failed);
  message.item.classList.add('failed');
  const note = document.createElement('div');
  note.className = 'note';
  note.lang = document.documentElement.lang;
  note.dir = document.documentElement.dir;
  note.append(texts.notSent, button(texts.retry, '', () => {
    note.remove();
    message.item.classList.remove('failed');
    delete message.after;
    unsent.push(message);
    deliver();
  }));
  message.item.append(note);
  scroll(message.item);
}

/** Reads the events by fetch: an EventSource cannot send the token in a header. */
async function listen() {
  const mine = stream = new AbortController();
  let attempt = 0;
  let silence = 0;
  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      lost();
      reopen();
    }, SILENCE);
  };
  mine.signal.addEventListener('abort', () => clearTimeout(silence));
  while (!mine.signal.aborted) {
    try {
      heard();
      const response = await call(`conversations/${conversation.id}/events?after=${seq}`, {
        headers: {Accept: 'text/event-stream'},
        signal: mine.signal
      });
      if (response.status === 404 || response.status === 401) {
        begin(document.documentElement.lang);
        return;
      }
      if (!response.ok) {
        throw new Error(String(response.status));
      }
      back();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      let buffer = '';
      for (let part = await reader.read(); !part.done && !mine.signal.aborted; part = await reader.read()) {
        heard();
        attempt = 0;
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
      if (!mine.signal.aborted && attempt > 0) {
        lost();
      }
    }
    clearTimeout(silence);
    await new Promise(done => setTimeout(done, RETRY_PAUSES[Math.min(attempt++, RETRY_PAUSES.length - 1)]));
  }
}

/** A connection can die without a word: in a tunnel, in a pocket, in the cache of pages. */
function reopen() {
  if (stream) {
    stream.abort();
    listen();
  }
}

/** Begins a new conversation, once however many ask for it. */
function begin(language) {
  beginning ??= beginNew(language).finally(() => {
    beginning = null;
  });
  return beginning;
}

async function beginNew(language) {
  stream?.abort();
  stream = null;
  conversation = null;
  seq = 0;
  settled = false;
  unsent.forEach(message => delete message.after);
  log.replaceChildren();
  waiting.querySelectorAll('.accepted').forEach(item => item.remove());
  typing(false);
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
      lost();
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

/** Only the last choice counts: one that still waits for the network is not sent any more. */
function chooseLanguage() {
  const chosen = $('language').selectedOptions[0];
  const earlier = unsent.filter(message => message.content.choice?.startsWith('speak:'));
  for (const message of earlier) {
    drop(message);
    message.item.remove();
  }
  if (earlier.length || chosen.value !== wanted) {
    show(chosen.value);
    send({choice: `speak:${chosen.value}`}, chosen.textContent);
  }
}

$('form').addEventListener('submit', event => {
  event.preventDefault();
  const text = $('text').value.trim();
  if (text.length > LONGEST_TEXT) {
    status(texts.tooLong);
  } else if (text && conversation) {
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
  clearTimeout(choosing);
  choosing = setTimeout(chooseLanguage, LANGUAGE_PAUSE);
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
    forget();
    await begin(document.documentElement.lang);
    status(texts.erased, true, 6000);
  } catch {
    status(texts.failed);
  }
});
window.addEventListener('online', () => {
  reopen();
  deliver();
});
window.addEventListener('pageshow', event => {
  if (event.persisted) {
    reopen();
  }
});

start().catch(() => {
  status('Waymark cannot be reached. Reload the page in a moment.');
});
