namespace Spark.Cockpit.Studio.Texts;

/// <summary>What translators work with.</summary>
internal enum TextsFormat
{
    /// <summary>A table of values separated by commas.</summary>
    Csv,

    /// <summary>XLIFF 1.2.</summary>
    Xliff,
}
