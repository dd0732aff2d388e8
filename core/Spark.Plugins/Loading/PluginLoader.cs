using System.Reflection;
using Spark.Engine.Reading;
using Spark.Plugins.Catalog;
using Spark.Plugins.Manifests;
using Spark.Plugins.Supervision;
using Spark.Runtime.Secrets;

namespace Spark.Plugins.Loading;

/// <summary>Loads a plugin's assembly into a context of its own and asks it what it offers.</summary>
internal sealed class PluginLoader(PluginSupervisor supervisor, PluginOptions options)
{
    public async ValueTask<LoadResult> LoadAsync(
        PluginManifest manifest, PluginFolder folder, CallGate gate, CancellationToken cancellationToken)
    {
        var file = Path.GetFullPath(Path.Combine(folder.Path, manifest.Assembly));
        var site = new CallSite($"plugin '{manifest.Id}'", SecretMask.None, gate);
        var context = new PluginLoadContext($"{manifest.Id}/{manifest.Version}", file);
        var offers = await OffersAsync(context, manifest, file, site, cancellationToken);
        if (offers.Findings.Count == 0)
        {
            return new LoadResult(new LoadedPlugin(context, offers.Offers), []);
        }

        context.Unload();
        return new LoadResult(null, offers.Findings);
    }

    private async ValueTask<(IReadOnlyList<IOffer> Offers, List<Finding> Findings)> OffersAsync(
        PluginLoadContext context, PluginManifest manifest, string file, CallSite site, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var constructor = FindEntry(context, file, findings);
        if (constructor is null)
        {
            return ([], findings);
        }

        var made = await supervisor.MakeAsync(
            site, "its constructor", () => (IPlugin)constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, null, null), options.StartWithin, cancellationToken);
        if (!made.HasValue)
        {
            findings.Add(Failed(LoadingCodes.Constructor, file, "The plugin's constructor failed", made));
            return ([], findings);
        }

        var builder = new OfferBuilder(manifest, file);
        var configured = await supervisor.MakeAsync(site, nameof(IPlugin.Configure), () => Configure(made.Value, builder), options.StartWithin, cancellationToken);
        var offered = builder.Close();
        findings.AddRange(configured.HasValue
            ? offered.Findings
            : [Failed(LoadingCodes.Configure, file, "The plugin's Configure failed", configured)]);
        return (offered.Offers, findings);
    }

    private static ConstructorInfo? FindEntry(PluginLoadContext context, string file, List<Finding> findings)
    {
        try
        {
            return EntryPoint.Find(context.LoadFromAssemblyPath(file), file, findings);
        }
        catch (Exception exception) when (exception
            is BadImageFormatException or IOException or ReflectionTypeLoadException or TypeLoadException or UnauthorizedAccessException)
        {
            var cause = exception is ReflectionTypeLoadException { LoaderExceptions: [{ } first, ..] } ? first : exception;
            findings.Add(Problem.In(
                LoadingCodes.Unloadable,
                file,
                $"The assembly cannot be loaded: {ExceptionSentence.Quote(cause, SecretMask.None)}",
                "Copy the whole output of the plugin's build into the folder, with its .deps.json and private dependencies, built for this host."));
            return null;
        }
    }

    private static OfferBuilder Configure(IPlugin plugin, OfferBuilder builder)
    {
        plugin.Configure(builder);
        return builder;
    }

    private static Finding Failed<T>(string code, string file, string what, CallResult<T> call) => Problem.In(
        code,
        file,
        call.End == CallEnd.Threw ? $"{what}: {call.Reason} It said: {call.Detail}" : $"{what}: {call.Reason}",
        "Report it to the plugin's owner, or remove the folder; the other plugins run without it.");
}
