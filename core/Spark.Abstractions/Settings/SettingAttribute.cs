namespace Spark.Settings;

/// <summary>Labels a property of a settings record for the form that the cockpit draws.</summary>
/// <param name="label">What the operator reads beside the field.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SettingAttribute(string label) : Attribute
{
    /// <summary>What the operator reads beside the field.</summary>
    public string Label { get; } = label;

    /// <summary>A sentence of help below the field.</summary>
    public string? Help { get; init; }
}
