namespace Spark.Simulators.Desk.Hosting;

/// <summary>What the command line says.</summary>
internal sealed record DeskOptions
{
    public required string Urls { get; init; }

    /// <summary>What callers of the API must show.</summary>
    public required string Token { get; init; }

    /// <summary>The key that signs webhooks.</summary>
    public required string Secret { get; init; }

    public bool ExitWithParent { get; init; }
}
