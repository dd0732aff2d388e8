using Microsoft.Playwright;

namespace Spark.Benchmarks.Cockpit;

/// <summary>Uses the list of conversations: from a key or a click to the next paint, as the browser's own event timing has it.</summary>
internal static class Interactions
{
    private const string Watch =
        """
        () => {
          window.__slow = [];
          new PerformanceObserver(list => window.__slow.push(...list.getEntries().filter(one => one.interactionId).map(one => one.duration)))
            .observe({ type: 'event', durationThreshold: 16, buffered: false });
        }
        """;

    public static async Task RunAsync(IBrowserContext context, Uri url)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(url.ToString());
        await page.Locator("tbody tr").First.WaitForAsync();
        (string Name, Func<Task> Do)[] uses =
        [
            ("choose an outcome", () => page.GetByLabel("Outcome").SelectOptionAsync("Escalated")),
            ("write in the search", () => page.GetByPlaceholder("Ticket").PressSequentiallyAsync("person-77", new() { Delay = 60 })),
            ("open the views", () => page.GetByRole(AriaRole.Button, new() { Name = "Views" }).ClickAsync()),
            ("close them", () => page.Keyboard.PressAsync("Escape")),
            ("open the palette", () => page.Keyboard.PressAsync("Control+k")),
            ("write in it", () => page.Keyboard.TypeAsync("bots", new() { Delay = 60 })),
            ("close it", () => page.Keyboard.PressAsync("Escape")),
            ("timeline as a table", () => page.GetByRole(AriaRole.Button, new() { Name = "Show as a table" }).ClickAsync()),
            ("show more", () => page.GetByRole(AriaRole.Button, new() { NameRegex = new("Show more|Look further") }).ClickAsync()),
        ];
        await page.EvaluateAsync(Watch);
        Console.WriteLine("\n| Interaction | to the next paint, ms: worst of 3 |\n|---|--:|");
        var worst = new Dictionary<string, double>(StringComparer.Ordinal);
        for (var round = 0; round < 3; round++)
        {
            await page.GotoAsync(url.ToString());
            await page.Locator("tbody tr").First.WaitForAsync();
            await page.EvaluateAsync(Watch);
            foreach (var (name, use) in uses)
            {
                await page.EvaluateAsync("() => { window.__slow = []; }");
                await use();
                await page.WaitForTimeoutAsync(700);
                worst[name] = Math.Max(worst.GetValueOrDefault(name), await page.EvaluateAsync<double>("() => Math.max(0, ...window.__slow)"));
            }
        }

        foreach (var (name, milliseconds) in worst)
        {
            Console.WriteLine($"| {name} | {(milliseconds < 16 ? "under 16" : $"{milliseconds:0}")} |");
        }

        await page.CloseAsync();
    }
}
