namespace Spark.Plugins.Environments;

/// <summary>What the operator binds: channel instances and connections to plugins, addresses and secrets.</summary>
public sealed record EnvironmentConfig
{
    /// <summary>The address under which the outside reaches this host, without a trailing slash.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The channel instances, in the file's order.</summary>
    public IReadOnlyList<ChannelConfig> Channels { get; init; } = [];

    /// <summary>The connections, in the file's order.</summary>
    public IReadOnlyList<ConnectionConfig> Connections { get; init; } = [];

    /// <summary>How people sign in to the cockpit besides with a local account; null for not at all.</summary>
    public SignInConfig? SignIn { get; init; }

    /// <summary>The programs that the demo starts beside the host.</summary>
    public IReadOnlyList<CompanionConfig> Companions { get; init; } = [];

    /// <summary>The same with what another binds, each in the place of the one of its name.</summary>
    internal EnvironmentConfig With(EnvironmentConfig more)
    {
        var rest = more.Channels.Select(one => one.Name).Concat(more.Connections.Select(one => one.Name)).Aggregate(this, (left, name) => left.Without(name));
        return rest with { Channels = [.. rest.Channels, .. more.Channels], Connections = [.. rest.Connections, .. more.Connections] };
    }

    /// <summary>The same without the channel instance or connection of a name.</summary>
    internal EnvironmentConfig Without(string name) => this with
    {
        Channels = [.. Channels.Where(one => one.Name != name)],
        Connections = [.. Connections.Where(one => one.Name != name)],
    };

    /// <summary>What is bound to some of what plugins offer.</summary>
    internal EnvironmentConfig Only(IReadOnlySet<string> offers) => this with
    {
        Channels = [.. Channels.Where(one => offers.Contains(one.Plugin))],
        Connections = [.. Connections.Where(one => offers.Contains(one.Plugin))],
    };

    /// <summary>An environment that binds nothing: for commands that only look at plugins.</summary>
    public static EnvironmentConfig Empty { get; } = new() { PublicUrl = new Uri("http://localhost") };
}
