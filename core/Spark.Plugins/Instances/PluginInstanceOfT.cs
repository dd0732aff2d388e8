using Spark.Plugins.Supervision;

namespace Spark.Plugins.Instances;

/// <summary>What a plugin made, with all that the host gave it. After disposal nothing here refers to the plugin.</summary>
internal sealed class PluginInstance<T>(T made, object disposable, HttpClient http, CallSite site, InstanceState state) : IPluginInstance
    where T : class
{
    private volatile T? made = made;
    private object? disposable = disposable;

    /// <inheritdoc/>
    public CallSite Site => site;

    /// <inheritdoc/>
    public InstanceState State => state;

    /// <summary>The plugin's object; null after disposal.</summary>
    public T? Made => made;

    /// <inheritdoc/>
    public async Task DisposeAsync(PluginSupervisor supervisor, TimeSpan limit)
    {
        var target = Interlocked.Exchange(ref disposable, null);
        made = null;
        if (target is IAsyncDisposable or IDisposable)
        {
            // The plugin's own gate is closed by now.
            await supervisor.CallAsync(
                site with { Gate = new CallGate() }, "its disposal", _ => CleanUpAsync(target), limit, CancellationToken.None);
        }

        http.Dispose();
    }

    private static async ValueTask<string> CleanUpAsync(object target)
    {
        if (target is IAsyncDisposable later)
        {
            await later.DisposeAsync();
        }
        else
        {
            ((IDisposable)target).Dispose();
        }

        return "done";
    }
}
