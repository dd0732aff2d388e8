namespace Spark.Runtime.ApiCalls;

/// <summary>A call of a far side, as administrators configure it.</summary>
public sealed record ApiCallDefinition
{
    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>What it does.</summary>
    public string Description { get; set; } = "";

    /// <summary>The credential's name.</summary>
    public string Credential { get; set; } = "";

    /// <summary>What it takes.</summary>
    public IReadOnlyList<ApiCallParameter> Parameters { get; set; } = [];

    /// <summary>GET, POST, PATCH, PUT or DELETE.</summary>
    public string Method { get; set; } = "GET";

    /// <summary>The path below the credential's address, with placeholders; it may hold a query.</summary>
    public string Resource { get; set; } = "";

    /// <summary>Parameters of the query.</summary>
    public IReadOnlyList<ApiCallField> Query { get; set; } = [];

    /// <summary>Headers.</summary>
    public IReadOnlyList<ApiCallField> Headers { get; set; } = [];

    /// <summary>The body: JSON with placeholders; null for none.</summary>
    public string? Payload { get; set; }

    /// <summary>How long an answer is waited for.</summary>
    public int TimeoutSeconds { get; set; } = 10;

    /// <summary>What is taken from the answer.</summary>
    public IReadOnlyList<ApiCallOutput> Outputs { get; set; } = [];
}
