using Spark.Plugins.Environments;

namespace Spark.Plugins;

/// <summary>Where plugins, their settings and their secrets come from.</summary>
public sealed record PluginSources
{
    /// <summary>The folders that hold <c>&lt;kind&gt;/&lt;id&gt;/&lt;version&gt;/</c>.</summary>
    public required IReadOnlyList<string> Roots { get; init; }

    /// <summary>The ids of plugins that are kept and not used.</summary>
    public IReadOnlySet<string> SwitchedOff { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>What the operator binds.</summary>
    public EnvironmentConfig Environment { get; init; } = EnvironmentConfig.Empty;

    /// <summary>The folder of <c>file:…</c> secrets; null when there is none.</summary>
    public string? SecretsFolder { get; init; }

    /// <summary>True when the host listens on loopback addresses alone.</summary>
    public bool HearsOnlyLoopback { get; init; }

    /// <summary>The same with a plugin switched off or on.</summary>
    internal PluginSources Switched(string id, bool isOff) => this with
    {
        SwitchedOff = isOff
            ? SwitchedOff.Append(id).ToHashSet(StringComparer.Ordinal)
            : SwitchedOff.Where(one => one != id).ToHashSet(StringComparer.Ordinal),
    };

    /// <summary>Reads the variables of <c>env:…</c> secrets.</summary>
    public Func<string, string?> Variable { get; init; } = System.Environment.GetEnvironmentVariable;
}
