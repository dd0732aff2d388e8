using Microsoft.Playwright;

namespace Spark.Browser.Tests.Support;

/// <summary>
/// What the cockpit says in passing. A note is on the page for four seconds: a test whose machine stands still for longer than that never
/// sees it, so the page itself keeps what was said.
/// </summary>
internal static class Notes
{
    private const string Keep =
        """
        (() => {
          const notes = window.notesOfTheTest = [];
          new MutationObserver(changes => {
            for (const added of changes.flatMap(change => [...change.addedNodes])) {
              if (added instanceof Element) {
                const toasts = added.matches('.fui-Toast') ? [added] : [...added.querySelectorAll('.fui-Toast')];
                notes.push(...toasts.map(toast => toast.textContent));
              }
            }
          }).observe(document, { childList: true, subtree: true });
        })();
        """;

    /// <summary>Lets a page keep its notes, from its next document on.</summary>
    public static Task KeepAsync(IPage page) => page.AddInitScriptAsync(Keep);

    /// <summary>Waits until a note with a text has been shown since the page was loaded.</summary>
    public static Task SeeAsync(IPage page, string text) =>
        page.WaitForFunctionAsync("text => window.notesOfTheTest.some(note => note.includes(text))", text);
}
