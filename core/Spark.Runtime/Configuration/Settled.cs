using System.Collections.Frozen;
using Spark.Runtime.ApiCalls;
using Spark.Runtime.Categories;
using Spark.Runtime.Credentials;
using Spark.Runtime.Escalation;

namespace Spark.Runtime.Configuration;

/// <summary>What administrators have set, read and compiled; of one revision.</summary>
internal sealed record Settled
{
    public static Settled Nothing { get; } = new();

    public long Revision { get; init; } = -1;

    public FrozenDictionary<string, StoredCredential> Credentials { get; init; } = FrozenDictionary<string, StoredCredential>.Empty;

    public FrozenDictionary<string, Stored<ApiCallDefinition>> ApiCalls { get; init; } = FrozenDictionary<string, Stored<ApiCallDefinition>>.Empty;

    public Stored<EscalationSettings>? Escalation { get; init; }

    public Stored<CategoryList>? Categories { get; init; }
}
