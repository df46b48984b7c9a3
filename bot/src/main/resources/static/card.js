// A card's page: the button that prints it, and headings set again once a fetched font is there.
document.getElementById('print').addEventListener('click', () => window.print());
document.fonts.ready.then(() => document.body.classList.add('settled'));
