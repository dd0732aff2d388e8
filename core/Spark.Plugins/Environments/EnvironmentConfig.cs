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

    /// <summary>An environment that binds nothing: for commands that only look at plugins.</summary>
    public static EnvironmentConfig Empty { get; } = new() { PublicUrl = new Uri("http://localhost") };
}
