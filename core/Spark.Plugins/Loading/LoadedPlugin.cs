using System.Runtime.CompilerServices;
using Spark.Plugins.Catalog;

namespace Spark.Plugins.Loading;

/// <summary>A plugin in memory. After <see cref="Unload"/> nothing here refers to it.</summary>
internal sealed class LoadedPlugin(PluginLoadContext context, IReadOnlyList<IOffer> offers)
{
    private readonly WeakReference trace = new(context);
    private PluginLoadContext? context = context;

    public IReadOnlyList<IOffer> Offers { get; private set; } = offers;

    /// <summary>True while its assemblies occupy memory; they go when nothing refers to them, some time after unloading.</summary>
    public bool IsInMemory => trace.IsAlive;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Unload()
    {
        Offers = [];
        context?.Unload();
        context = null;
    }
}
