using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Plugins.Environments;

/// <summary>Takes typed values out of one mapping, and collects what is wrong with it.</summary>
internal sealed class EnvironmentSection
{
    private readonly Dictionary<string, SettingField> fields;
    private readonly SettingNode node;
    private readonly string what;
    private readonly List<Finding> findings;

    public EnvironmentSection(SettingNode node, SourceLocation at, string what, List<Finding> findings, params IReadOnlyList<string> known)
    {
        this.node = node;
        this.what = what;
        this.findings = findings;
        At = at;
        fields = node.Fields.ToDictionary(field => field.Key, StringComparer.Ordinal);
        if (node.Kind != SettingKind.Mapping && !node.IsNull)
        {
            Wrong(node.At, $"{what} must be keys and values", $"Write its keys below it: {string.Join(", ", known)}.");
        }

        foreach (var field in node.Fields.Where(field => !known.Contains(field.Key, StringComparer.Ordinal)))
        {
            findings.Add(Problem.At(
                EnvironmentCodes.UnknownKey, field.At, $"{what} has the key '{field.Key}', which means nothing here.", $"Known are: {string.Join(", ", known)}."));
        }
    }

    public SourceLocation At { get; }

    public SettingField? Field(string key) => fields.TryGetValue(key, out var field) && !field.Value.IsNull ? field : null;

    public string? Text(string key, string example)
    {
        if (Field(key) is not { } field)
        {
            if (node.Kind == SettingKind.Mapping || node.IsNull)
            {
                findings.Add(Problem.At(EnvironmentCodes.MissingKey, At, $"{what} has no '{key}'.", $"Add it, such as {key}: {example}"));
            }

            return null;
        }

        if (field.Value.Kind == SettingKind.Scalar)
        {
            return field.Value.Text;
        }

        Wrong(field.Value.At, $"'{key}' of {what} must be a text", $"Write it on one line, such as {key}: {example}");
        return null;
    }

    /// <summary>An id of a plugin or bot.</summary>
    public string? Id(string key, string example)
    {
        var id = Text(key, example);
        if (id is null || OfferId.IsWellFormed(id))
        {
            return id;
        }

        Wrong(Field(key)!.Value.At, $"'{key}' of {what} is '{id}', which is no id", $"Use {OfferId.Form}.");
        return null;
    }

    public Uri? Address(string key, string example)
    {
        var text = Text(key, example);
        if (text is null)
        {
            return null;
        }

        if (Uri.TryCreate(text.TrimEnd('/'), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            && address is { UserInfo: "", Query: "", Fragment: "" })
        {
            return address;
        }

        Wrong(Field(key)!.Value.At, $"'{key}' of {what} is no http or https address", $"Write scheme, host and port only, such as {example}");
        return null;
    }

    public bool Flag(string key)
    {
        if (Field(key) is not { } field)
        {
            return false;
        }

        if (field.Value.Boolean is { } flag)
        {
            return flag;
        }

        Wrong(field.Value.At, $"'{key}' of {what} must be true or false", "Write true or false, without quotes; yes and no are texts.");
        return false;
    }

    public IReadOnlyList<SettingNode> List(string key)
    {
        if (Field(key) is not { } field)
        {
            return [];
        }

        if (field.Value.Kind == SettingKind.Sequence)
        {
            return field.Value.Items;
        }

        Wrong(field.Value.At, $"'{key}' of {what} must be a list", $"Write [ … ], or each item on a line of its own after '- '.");
        return [];
    }

    public IReadOnlyList<SettingNode> Texts(string key)
    {
        var items = List(key);
        foreach (var item in items.Where(item => item.Kind != SettingKind.Scalar || item.IsNull))
        {
            Wrong(item.At, $"An item of '{key}' of {what} must be a text", "Write it on one line, in quotes if need be.");
        }

        return [.. items.Where(item => item.Kind == SettingKind.Scalar && !item.IsNull)];
    }

    private void Wrong(SourceLocation at, string message, string remedy) =>
        findings.Add(Problem.At(EnvironmentCodes.WrongValue, at, message + ".", remedy));
}
