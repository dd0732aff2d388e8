namespace Spark.Access;

/// <summary>An API client that calls with a token that holds.</summary>
public sealed record ApiCaller
{
    /// <summary>The client's id.</summary>
    public required string ClientId { get; init; }

    /// <summary>The name that the operator gave it, which people are shown.</summary>
    public required string Name { get; init; }

    /// <summary>What it may do, such as <c>spark-api</c>.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The domains of the user principal names that it may speak for, in lower case; empty for all.</summary>
    public IReadOnlyList<string> PrincipalDomains { get; init; } = [];
}
