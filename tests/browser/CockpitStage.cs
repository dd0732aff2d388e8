using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Spark.Browser.Tests.Support;
using Spark.Tests;

namespace Spark.Browser.Tests;

/// <summary>A host with its cockpit and a browser, shared by all that do not ask for a <see cref="CockpitRoom"/> of their own.</summary>
[Collection("demo")]
public abstract class CockpitStage(CockpitRoom room) : IAsyncLifetime
{
    private bool isOpen;

    private protected CockpitHost Host => room.Host;

    private protected Chromium Browser => room.Browser;

    /// <summary>The host's database.</summary>
    protected string Database => room.Database;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        Assert.SkipUnless(File.Exists(Repository.Path("artifacts", "cockpit", "index.html")), "The cockpit's page was not built: there is no Node on this machine.");
        await room.OpenAsync(SignInAsYamlAsync, Token);
        isOpen = true;
    }

    public virtual async ValueTask DisposeAsync()
    {
        // Pages that nobody looks at any more would go on listening to the host.
        await (isOpen ? room.Browser.CloseAllAsync() : Task.CompletedTask);
        GC.SuppressFinalize(this);
    }

    /// <summary>The environment's section on signing in elsewhere; empty for none.</summary>
    /// <param name="secrets">Where the host looks for secrets.</param>
    protected virtual Task<string> SignInAsYamlAsync(string secrets) => Task.FromResult("");

    /// <summary>Goes to a page of the cockpit, and waits until it has what it shows.</summary>
    protected async Task GoAsync(IPage page, string path)
    {
        await page.GotoAsync(new Uri(Host.Url, $"/cockpit{path}").ToString());
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => !document.querySelector('.waiting')");
    }

    /// <summary>A page in which an administrator is signed in.</summary>
    /// <param name="path">Where it begins, below the cockpit.</param>
    /// <param name="theme"><c>light</c> or <c>dark</c>.</param>
    protected Task<IPage> SignInAsync(string path = "/", string theme = "light") => room.SignInAsync(path, theme);

    /// <summary>What the host's database counts.</summary>
    protected long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={room.Database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
