namespace Spark.Plugins.Environments;

/// <summary>What a node of an environment file is.</summary>
internal enum SettingKind
{
    /// <summary>A text, number, boolean or nothing: only who reads it can tell which.</summary>
    Scalar,

    /// <summary>A list.</summary>
    Sequence,

    /// <summary>Keys and values.</summary>
    Mapping,
}
