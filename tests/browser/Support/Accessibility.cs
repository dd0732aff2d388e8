using System.Text.Json;
using Microsoft.Playwright;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>Asks axe-core whether everybody can use a page (WCAG 2.2 A and AA).</summary>
internal static class Accessibility
{
    private static readonly string Script = Repository.Path("core", "Spark.Cockpit", "app", "node_modules", "axe-core", "axe.min.js");

    // Tabster's sentinels take the focus only to pass it on, and say so to nobody.
    private const string Run =
        """
        async (only) => {
          const options = { runOnly: only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
          const found = await axe.run({ exclude: [['[data-tabster-dummy]']] }, options);
          return JSON.stringify(found.violations.map(one => `${one.id}: ${one.help} (${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')})`));
        }
        """;

    /// <summary>What is wrong with the page as it stands now.</summary>
    public static Task<IReadOnlyList<string>> FindAsync(IPage page) => FindAsync(page, null);

    /// <summary>What is wrong with its colours: all that another theme can change.</summary>
    public static Task<IReadOnlyList<string>> FindFaintAsync(IPage page) => FindAsync(page, ["color-contrast", "link-in-text-block"]);

    private static async Task<IReadOnlyList<string>> FindAsync(IPage page, string[]? only)
    {
        // By the debugger's door: the page's own policy lets no script of ours in.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Script));
        var found = await page.EvaluateAsync<string>(Run, only);
        return JsonSerializer.Deserialize<List<string>>(found)!;
    }
}
