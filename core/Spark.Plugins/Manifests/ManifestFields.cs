using System.Globalization;
using System.Text.Json;
using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Plugins.Manifests;

/// <summary>Takes typed values out of a manifest's fields, and collects what is wrong with them.</summary>
internal sealed class ManifestFields(string file, IReadOnlyDictionary<string, ManifestField> fields)
{
    private static readonly string[] Known =
        ["id", "name", "version", "kinds", "assembly", "contracts", "paths", "permissions", "owner", "channels", "takes"];

    private readonly List<Finding> findings = [];

    public IReadOnlyList<Finding> Findings => findings;

    public void RefuseUnknown()
    {
        foreach (var field in fields.Values.Where(field => !Known.Contains(field.Name, StringComparer.Ordinal)))
        {
            Add(
                ManifestCodes.UnknownField,
                field.Name,
                $"The manifest has the field '{field.Name}', which this host does not know.",
                $"Remove it, or write one of: {string.Join(", ", Known)}.");
        }
    }

    public string? Text(string name)
    {
        if (fields.TryGetValue(name, out var field))
        {
            return OptionalText(name);
        }

        Add(ManifestCodes.Field, name, $"The manifest has no field '{name}'.", $"Add \"{name}\".");
        return null;
    }

    public string? OptionalText(string name)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            return null;
        }

        if (field.Value.ValueKind == JsonValueKind.String && field.Value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Wrong(name, "must be a text that is not empty", "Write it in double quotes.");
        return null;
    }

    /// <summary>A version of exactly so many numbers.</summary>
    public Version? Number(string name, int parts)
    {
        var text = Text(name);
        if (text is null)
        {
            return null;
        }

        // Strict: no signs, spaces or leading zeros, so that a version has one spelling and names one folder.
        if (Version.TryParse(text, out var version)
            && string.Equals(Spelled(version, parts), text, StringComparison.Ordinal))
        {
            return version;
        }

        Wrong(name, $"is '{text}'", parts == 2 ? "Write major.minor, such as 1.0." : "Write three numbers, such as 1.4.0.");
        return null;
    }

    public IReadOnlyList<string> Texts(string name)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            return [];
        }

        if (field.Value.ValueKind == JsonValueKind.Array
            && field.Value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String))
        {
            return [.. field.Value.EnumerateArray().Select(item => item.GetString()!)];
        }

        Wrong(name, "must be a list of texts", "Write it in square brackets, each text in double quotes.");
        return [];
    }

    public JsonElement? Object(string name)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            return null;
        }

        if (field.Value.ValueKind == JsonValueKind.Object)
        {
            return field.Value;
        }

        Wrong(name, "must be an object", "Write it in braces, or leave it out.");
        return null;
    }

    public void Wrong(string name, string what, string remedy) =>
        Add(ManifestCodes.Field, name, $"The manifest's field '{name}' {what}.", remedy);

    public void Add(string code, string name, string message, string remedy) => findings.Add(Problem.At(
        code, fields.TryGetValue(name, out var field) ? field.At : new SourceLocation(file, 0, 0), message, remedy));

    private static string Spelled(Version version, int parts)
    {
        var numbers = new[] { version.Major, version.Minor, version.Build, version.Revision };
        return string.Join('.', numbers.TakeWhile((number, index) => index < parts || number >= 0)
            .Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }
}
