using System.Text.Json;
using Microsoft.Playwright;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>Asks axe-core whether everybody can use a page (WCAG 2.2 A and AA).</summary>
internal static class Accessibility
{
    private static readonly string Script = Repository.Path("core", "Spark.Cockpit", "app", "node_modules", "axe-core", "axe.min.js");

    // Tabster's sentinels take the focus only to pass it on, and say so to nobody. Colours on their way to others are no finding: what is
    // wrong is so once the page stands still, and when it is looked at again.
    private const string Run =
        """
        async (only) => {
          const options = { runOnly: only ?? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
          const look = async () => {
            const moving = document.getAnimations().filter(one => one.playState === 'running' && Number.isFinite(one.effect.getComputedTiming().endTime));
            await Promise.allSettled(moving.map(one => one.finished));
            return (await axe.run({ exclude: [['[data-tabster-dummy]']] }, options)).violations;
          };
          const isFound = (await look()).length > 0;
          const found = isFound ? await look() : [];
          return JSON.stringify(found.map(one => `${one.id}: ${one.help} (${one.nodes.map(node => node.target.join(' ')).slice(0, 3).join(', ')})`));
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
