using Microsoft.Playwright;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>A real Chromium, without a window.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    // In milliseconds. Ends only a test that has failed: a machine with other work on it takes its time.
    private const float Patience = 60_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    /// <summary>The browser's path; null when there is none on this machine, and then <c>./test</c> says so.</summary>
    public static string? Path { get; } = Environment.GetEnvironmentVariable("SPARK_CHROMIUM") is { Length: > 0 } given
        ? given
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            .SelectMany(folder => Names.Select(name => System.IO.Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        var driver = await Playwright.CreateAsync();
        var opened = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
        return new(driver, opened);
    }

    /// <param name="url">What it shows.</param>
    /// <param name="width">In pixels.</param>
    /// <param name="height">In pixels.</param>
    /// <param name="state">The cookies of somebody who is signed in.</param>
    /// <param name="theme"><c>light</c> or <c>dark</c>, for who has chosen neither.</param>
    public async Task<IPage> OpenAsync(Uri url, int width = 1280, int height = 860, string? state = null, string theme = "light")
    {
        var page = await browser.NewPageAsync(new()
        {
            ViewportSize = new() { Width = width, Height = height },
            // A press while the page glides would land beside what it was meant for.
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light,
            StorageState = state,
        });
        page.Context.SetDefaultTimeout(Patience);
        await Notes.KeepAsync(page);
        await page.GotoAsync(url.ToString());
        return page;
    }

    /// <summary>Closes all pages.</summary>
    public Task CloseAllAsync() => Task.WhenAll(browser.Contexts.Select(context => context.CloseAsync()));

    /// <summary>Takes a picture for people to look at: <c>artifacts/screenshots/</c>.</summary>
    public static async Task ShootAsync(IPage page, string name)
    {
        // On a machine that is busy a picture may be older than the page: two frames later it is not.
        await page.BringToFrontAsync();
        await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        await page.ScreenshotAsync(new() { Path = Repository.Path("artifacts", "screenshots", $"{name}.png") });
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
