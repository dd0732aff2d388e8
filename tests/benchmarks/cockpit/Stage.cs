using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Spark.Benchmarks.Fill;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Benchmarks.Cockpit;

/// <summary>A host, its database and a browser.</summary>
/// <param name="folder">Where the host has its data.</param>
/// <param name="database">How PostgreSQL is reached; null for SQLite.</param>
internal sealed class Stage(string folder, string? database)
{
    private static readonly string[] Pages = ["/", "/conversations", "/conversations?time=ever", "/deliveries", "/bots", "/channels", "/audit"];

    private readonly int port = LoopbackPort.Free();

    private Uri Url => new($"http://127.0.0.1:{port}/");

    /// <summary>Has somebody talk to the bot: the conversation that is copied.</summary>
    /// <returns>A browser in which the first administrator is signed in.</returns>
    public async Task<string> TalkAsync()
    {
        await File.WriteAllTextAsync(
            Path.Combine(folder, "environment.yaml"),
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              web: { plugin: web-chat, bot: it-support, settings: { secret: "a-secret-of-the-benchmark" } }
            connections:
              desk: { plugin: sparkcentral-queue, settings: { channel: sparkcentral, topics: [IT support] } }
            """);
        await using var host = await StartAsync();
        var line = await host.WaitForLineAsync("/cockpit/first#", CancellationToken.None);
        using var http = new HttpClient { BaseAddress = new Uri(Url, "channels/web/v3/directline/") };
        var user = new { id = "jo", name = "Jo Peters" };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await TextAsync(await http.PostAsJsonAsync("tokens/generate", new { user }), "token"));
        var conversation = await TextAsync(await http.PostAsJsonAsync("conversations", new { user }), "conversationId");
        foreach (var text in new[] { "hello", "reset my password", "jo@acme.com", "yes" })
        {
            (await http.PostAsJsonAsync($"conversations/{conversation}/activities", new { type = "message", from = user, text })).EnsureSuccessStatusCode();
        }

        await using var browser = await Chromium.StartAsync();
        var page = await browser.OpenAsync(new Uri(line[line.IndexOf("http://", StringComparison.Ordinal)..].Trim()), 1280, 720);
        page.SetDefaultTimeout(120_000);
        await page.GetByLabel("Name to sign in with").FillAsync("ada");
        await page.GetByLabel("Name that others see").FillAsync("Ada");
        await page.GetByLabel("Password").FillAsync("correct horse battery");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        return await page.Context.StorageStateAsync();
    }

    public async Task FillAsync(int count)
    {
        if (database is not null)
        {
            await PostgresFill.RunAsync(database, count);
            return;
        }

        var file = Path.Combine(folder, "data", "spark.db");
        using (var filled = new FilledDatabase(file))
        {
            filled.Fill(count - 1, "person-");
        }

        SqliteSpread.Run(file);
    }

    /// <summary>Opens each page as often as is asked for, and uses the list.</summary>
    /// <param name="signedIn">The cookies of who is signed in.</param>
    public async Task MeasureAsync(string signedIn)
    {
        await using var host = await StartAsync();
        using var driver = await Playwright.CreateAsync();
        await using var browser = await driver.Chromium.LaunchAsync(new() { ExecutablePath = Chromium.Path, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
        var context = await browser.NewContextAsync(new() { StorageState = signedIn, ViewportSize = new() { Width = 1280, Height = 720 }, ReducedMotion = ReducedMotion.Reduce });
        Console.WriteLine("| Page | first paint, ms: without a cache | median of 7 | worst | with its data: without a cache | median | worst |\n|---|--:|--:|--:|--:|--:|--:|");
        foreach (var path in Pages)
        {
            await MeasureAsync(context, path);
        }

        await Interactions.RunAsync(context, new Uri(Url, "cockpit/conversations?time=quarter"));
    }

    private async Task MeasureAsync(IBrowserContext context, string path)
    {
        var paints = new List<double>();
        var wholes = new List<double>();
        for (var round = 0; round < 8; round++)
        {
            var page = await context.NewPageAsync();
            if (round == 0)
            {
                await (await context.NewCDPSessionAsync(page)).SendAsync("Network.clearBrowserCache");
            }

            await page.GotoAsync(new Uri(Url, "cockpit" + path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
            wholes.Add(await page.EvaluateAsync<double>(
                """
                () => new Promise(done => {
                  const look = () => document.querySelector('h1') && !document.querySelector('.waiting, .measures-waiting') ? done(performance.now()) : requestAnimationFrame(look);
                  look();
                })
                """));
            paints.Add(await page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"));
            await page.CloseAsync();
        }

        Console.WriteLine($"| {path} | {paints[0]:0} | {Median(paints[1..]):0} | {paints[1..].Max():0} | {wholes[0]:0} | {Median(wholes[1..]):0} | {wholes[1..].Max():0} |");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private async Task<ChildProcess> StartAsync()
    {
        string[] store = database is null ? [] : ["--database", database];
        var child = ChildProcess.StartDotnet(
            SparkHost.Assembly,
            [
                "run", "--environment", Path.Combine(folder, "environment.yaml"), "--data", Path.Combine(folder, "data"), "--urls", $"http://127.0.0.1:{port}",
                "--bots", Repository.Path("bots"), "--plugins", Repository.Path("artifacts", "plugins"), .. store,
            ]);
        await child.WaitForLineAsync("Spark is listening", CancellationToken.None);
        return child;
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer, string property)
    {
        answer.EnsureSuccessStatusCode();
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty(property).GetString()!;
    }
}
