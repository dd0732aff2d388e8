namespace Spark.Understanding.Values;

/// <summary>What a <see cref="ParsedValue"/> holds.</summary>
public enum ValueKind
{
    /// <summary>Nothing: the default of the struct, never the result of a parser.</summary>
    None,

    /// <summary>A string, in the canonical form that the parser of its type promises.</summary>
    Text,

    /// <summary>A finite number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A finite number and its unit.</summary>
    Measure,

    /// <summary>Several values, each under the name of its part.</summary>
    Composite,
}
