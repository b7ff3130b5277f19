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
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url });
    } else {
      await copy(button, url);
    }
  } catch (reason) {
    if (reason.name !== 'AbortError' && navigator.clipboard) { // else the reader cancelled it
      copy(button, url).catch(() => {}); // the button does not say that it was copied
    }
  }
});

/** Copies a text, and says so on the button and in the element that it names. */
export async function copy(button, text) {
  await navigator.clipboard.writeText(text);
  button.querySelector('span').textContent = button.dataset.copied;
  document.getElementById(button.dataset.status).textContent = button.dataset.copied;
}
