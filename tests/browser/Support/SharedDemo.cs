namespace Spark.Browser.Tests.Support;

/// <summary>One demo and one browser for the tests that each use another part of it: most of what such a test costs is their start.</summary>
public sealed class SharedDemo : IAsyncDisposable
{
    /// <summary>The tests that share it run one after the other.</summary>
    public const string Collection = "shared demo";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("spark-browser-");
    private Demo? demo;
    private Chromium? browser;

    internal Demo Demo => demo!;

    internal Chromium Browser => browser!;

    public async ValueTask DisposeAsync()
    {
        await (browser?.DisposeAsync() ?? default);
        await (demo?.DisposeAsync() ?? default);
        folder.Delete(recursive: true);
    }

    internal async ValueTask EnterAsync()
    {
        Assert.SkipUnless(Chromium.Path is not null, "There is no Chromium on this machine.");
        demo ??= await Demo.StartAsync(folder.FullName, TestContext.Current.CancellationToken);
        browser ??= await Chromium.StartAsync();
    }

    internal async ValueTask LeaveAsync() => await (browser?.CloseAllAsync() ?? Task.CompletedTask);
}
