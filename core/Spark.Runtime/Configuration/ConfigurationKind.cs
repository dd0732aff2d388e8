namespace Spark.Runtime.Configuration;

/// <summary>What administrators set while the host runs.</summary>
public enum ConfigurationKind
{
    /// <summary>How far sides are told who calls.</summary>
    Credential,

    /// <summary>A call of a far side.</summary>
    ApiCall,

    /// <summary>The list of issue categories; one, without a name.</summary>
    Categories,

    /// <summary>How tickets are opened; one, without a name.</summary>
    Escalation,
}
