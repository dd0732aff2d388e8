using System.Text.Json;
using Spark.Plugins.Installing;
using Spark.Runtime.Tokens;

namespace Spark.Cockpit.Plugins;

/// <summary>Whether plugins may be installed by people who are signed in, and where they go.</summary>
/// <param name="Stage">Where they go; null where none can be installed.</param>
/// <param name="IsAllowed">True when the operator has allowed it. It is the operator's word and none of the cockpit's: who installs a plugin runs code.</param>
public sealed record PluginInstallation(PluginStage? Stage, bool IsAllowed)
{
    /// <summary>The setting in which the plugins stand that are switched off.</summary>
    internal const string SwitchedOff = "plugins-off";

    /// <summary>The ids of the plugins that were switched off.</summary>
    /// <param name="settings">Where that is kept.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlySet<string>> SwitchedOffAsync(ISettingsStore settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var kept = await settings.FindAsync(SwitchedOff, cancellationToken);
        return (kept is null ? [] : JsonSerializer.Deserialize(kept, SwitchJson.Default.StringArray) ?? []).ToHashSet(StringComparer.Ordinal);
    }
}
