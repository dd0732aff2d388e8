using Microsoft.Playwright;

namespace Spark.Browser.Tests.Support;

/// <summary>
/// One host with its cockpit and one browser for all tests of the cockpit: most of what a test costs is their start. What a test leaves on
/// the host is there for the next one. A class that has to be alone with its host asks for a room of its own, as a class fixture.
/// </summary>
public sealed class CockpitRoom : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-cockpit-browser-");
    private CockpitHost? host;
    private Chromium? browser;
    private string? signedIn;

    internal CockpitHost Host => host!;

    internal Chromium Browser => browser!;

    /// <summary>The host's database.</summary>
    internal string Database => Path.Combine(folder.FullName, "data", "spark.db");

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? default);
        await (host?.DisposeAsync() ?? default);
        folder.Delete(recursive: true);
    }

    /// <summary>Starts them, once.</summary>
    /// <param name="signInAsYaml">Makes the environment's section on signing in elsewhere, given where the host looks for secrets.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    internal async Task OpenAsync(Func<string, Task<string>> signInAsYaml, CancellationToken cancellationToken)
    {
        if (browser is null)
        {
            var secrets = Directory.CreateDirectory(Path.Combine(folder.FullName, "data", "secrets"));
            host = await CockpitHost.StartAsync(folder, cancellationToken, await signInAsYaml(secrets.FullName));
            browser = await Chromium.StartAsync();
        }
    }

    /// <summary>A page of an administrator, who is made the first time.</summary>
    internal async Task<IPage> SignInAsync(string path, string theme)
    {
        if (signedIn is null)
        {
            var first = await Browser.OpenAsync(Host.First, width: 1280, height: 720);
            await first.GetByLabel("Name to sign in with").FillAsync("ada");
            await first.GetByLabel("Name that others see").FillAsync("Ada Lovelace");
            await first.GetByLabel("Password").FillAsync(Password);
            await first.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
            await SeeMenuAsync(first);
            signedIn = await first.Context.StorageStateAsync();
            await first.Context.CloseAsync();
        }

        var page = await Browser.OpenAsync(new Uri(Host.Url, $"/cockpit{path}"), width: 1280, height: 720, signedIn, theme);
        await SeeMenuAsync(page);
        return page;
    }

    private static Task SeeMenuAsync(IPage page) =>
        Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Main" })).ToBeVisibleAsync();
}
