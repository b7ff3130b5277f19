// Buttons that pass on the address of a page: with what the device has for it, else by the clipboard.

if (navigator.share || navigator.clipboard) {
  document.documentElement.classList.add('sharing'); // else the style sheet hides the buttons
}

document.addEventListener('click', async (event) => {
  const button = event.target.closest('.share');
  if (!button) {
    return;
  }
  const url = button.dataset.address ? new URL(button.dataset.address, location.href).href : location.href;
  if (navigator.share) {
    await navigator.share({ title: document.title, url }).catch(() => {}); // the reader cancelled it
  } else {
    await navigator.clipboard.writeText(url);
    button.querySelector('span').textContent = button.dataset.copied;
    document.getElementById(button.dataset.status).textContent = button.dataset.copied;
  }
});
