namespace Spark.Simulators.Teams.CommandLine;

/// <summary>What the command line says.</summary>
internal sealed record SimulatorOptions
{
    public string Urls { get; init; } = "http://127.0.0.1:5082";

    /// <summary>Where the bot hears activities.</summary>
    public Uri? Bot { get; init; }

    /// <summary>The bot's app id.</summary>
    public string AppId { get; init; } = "00000000-0000-4000-8000-00000000b07a";

    /// <summary>The bot's client secret; null takes any.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The bot's certificate as PEM, without its key; null for none. With one, a client secret is taken no more.</summary>
    public string? Certificate { get; init; }

    /// <summary>The tenant whose people are here.</summary>
    public string Tenant { get; init; } = "00000000-0000-4000-8000-0000000000aa";

    public string BotName { get; init; } = "IT assistant";

    /// <summary>How long the bot may take to answer an activity.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether an activity that was not answered in time comes again: with the same id, then with a new one.</summary>
    public bool Redelivers { get; init; } = true;

    public bool ExitWithParent { get; init; }
}
