using System.Reflection;
using System.Runtime.Loader;

namespace Spark.Plugins.Loading;

/// <summary>One plugin version's assemblies: the contracts from the host, everything else from its folder.</summary>
internal sealed class PluginLoadContext(string name, string assemblyPath) : AssemblyLoadContext(name, isCollectible: true)
{
    private readonly AssemblyDependencyResolver resolver = new(assemblyPath);

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var wanted = assemblyName.Name!;
        if (HostAssemblies.IsShared(wanted))
        {
            return null;
        }

        if (resolver.ResolveAssemblyToPath(assemblyName) is { } path)
        {
            return LoadFromAssemblyPath(path);
        }

        return HostAssemblies.IsPrivate(wanted)
            ? throw new FileNotFoundException($"'{wanted}' is a part of the host; a plugin brings its own copy.", wanted)
            : null;
    }

    protected override nint LoadUnmanagedDll(string unmanagedDllName) =>
        resolver.ResolveUnmanagedDllToPath(unmanagedDllName) is { } path ? LoadUnmanagedDllFromPath(path) : 0;
}
