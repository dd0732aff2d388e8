using Spark.Engine.Definitions;

namespace Spark.Plugins.Environments;

/// <summary>A node of an environment file and where it stands. Prints nothing of itself: it may be a secret.</summary>
internal sealed class SettingNode
{
    public static SettingNode EmptyMapping { get; } = new() { Kind = SettingKind.Mapping };

    public required SettingKind Kind { get; init; }

    public SourceLocation At { get; init; }

    /// <summary>A scalar's text.</summary>
    public string Text { get; init; } = "";

    /// <summary>True for a scalar without quotes, which may be a number, a boolean or nothing.</summary>
    public bool IsPlain { get; init; }

    /// <summary>A list's items.</summary>
    public IReadOnlyList<SettingNode> Items { get; init; } = [];

    /// <summary>A mapping's fields, in order, no key twice.</summary>
    public IReadOnlyList<SettingField> Fields { get; init; } = [];

    public bool IsNull => Kind == SettingKind.Scalar && IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    /// <summary>A boolean in YAML 1.2's core schema: <c>yes</c>, <c>no</c>, <c>on</c> and <c>off</c> are texts.</summary>
    public bool? Boolean => !IsPlain ? null : Text switch
    {
        "true" or "True" or "TRUE" => true,
        "false" or "False" or "FALSE" => false,
        _ => null,
    };

    /// <summary>This node and all below it.</summary>
    public IEnumerable<SettingNode> All() => Items.Concat(Fields.Select(field => field.Value)).SelectMany(node => node.All()).Prepend(this);
}
