using Spark.Plugins.Environments;

namespace Spark.Host.Demo;

/// <summary>The programs that run beside the demo; they end together.</summary>
internal sealed class CompanionGroup : IAsyncDisposable
{
    private readonly List<CompanionProcess> running = [];

    public async Task StartAsync(CompanionConfig companion, string folder, CancellationToken cancellationToken) =>
        running.Add(await CompanionProcess.StartAsync(
            companion.Name, Path.Combine(folder, companion.Program), companion.Arguments, companion.Url, cancellationToken));

    public async ValueTask DisposeAsync()
    {
        foreach (var companion in running)
        {
            await companion.DisposeAsync();
        }
    }
}
