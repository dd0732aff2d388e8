namespace Spark.Engine.Reading;

/// <summary>How bad a finding is.</summary>
public enum FindingLevel
{
    /// <summary>The bot does not load.</summary>
    Error,

    /// <summary>The bot loads, and something will surprise a person.</summary>
    Warning,

    /// <summary>Good to know.</summary>
    Note,
}
