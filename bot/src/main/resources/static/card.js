// A card's page: the button that prints it.
document.getElementById('print').addEventListener('click', () => window.print());
