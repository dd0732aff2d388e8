using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Actions;

/// <summary>Compares a value in a step with what its action's schema says of it. What an expression comes to is known when it has run.</summary>
internal static class ActionValueCheck
{
    public static void Check(string name, YamlNode node, ActionField field, FindingBag findings)
    {
        if (node is YamlScalar scalar && (scalar.IsNull || scalar.Value.Contains('{', StringComparison.Ordinal)))
        {
            return;
        }

        if (node is YamlScalar word && field.Words.Count > 0 && !field.Words.Contains(word.Value, StringComparer.Ordinal))
        {
            findings.Error(
                FindingCodes.NotAllowed,
                word.At,
                $"'{word.Value}' is not one of the words for '{name}'.",
                NearestName.Suggest(word.Value, field.Words, $"Allowed are {string.Join(", ", field.Words)}."));
        }
        else if (field.Types.Count > 0 && !KindsOf(node).Any(kind => field.Types.Contains(kind, StringComparer.Ordinal)))
        {
            RefuseKind(name, node, field, findings);
        }
        else
        {
            CheckForm(name, node, field, findings);
        }
    }

    private static void CheckForm(string name, YamlNode node, ActionField field, FindingBag findings)
    {
        switch (node)
        {
            case YamlScalar text:
                CheckText(name, text, field, findings);
                break;
            case YamlSequence list when field.Items is { } items:
                foreach (var item in list.Items)
                {
                    Check(name, item, items, findings);
                }

                break;
            case YamlMapping map:
                foreach (var entry in map.Entries)
                {
                    if (field.Keys is { } keys)
                    {
                        Check(name, entry.Key, keys, findings);
                    }

                    if (field.Values is { } values)
                    {
                        Check(entry.Name, entry.Value, values, findings);
                    }
                }

                break;
        }
    }

    private static void CheckText(string name, YamlScalar text, ActionField field, FindingBag findings)
    {
        if (field.Format == ActionField.TimeZone && !TimeZoneInfo.TryFindSystemTimeZoneById(text.Value, out _))
        {
            findings.Error(
                FindingCodes.NotAllowed, text.At, $"There is no time zone '{text.Value}'.", "Write one of the IANA names, such as Europe/Brussels.");
        }
        else if (field.Pattern?.IsMatch(text.Value) == false)
        {
            findings.Error(
                FindingCodes.NotAllowed, text.At, $"'{name}' cannot be '{text.Value}'.", field.Description ?? "Compare it with the page of the action.");
        }
    }

    private static void RefuseKind(string name, YamlNode node, ActionField field, FindingBag findings) => findings.Error(
        FindingCodes.WrongKind,
        node.At,
        $"'{name}' expects {string.Join(" or ", field.Types.Where(type => type != "null").Select(Say))}, and here stands {node.Kind}.",
        node is YamlScalar number && field.Types.Contains("string", StringComparer.Ordinal)
            ? field.Pattern?.IsMatch(number.Value) == false ? field.Description ?? "Compare it with the page of the action." : $"Put it in quotes: '{number.Value}'."
            : "Compare it with the page of the action.");

    private static string[] KindsOf(YamlNode node) => node switch
    {
        YamlMapping => ["object"],
        YamlSequence => ["array"],
        YamlScalar scalar when scalar.AsBoolean() is not null => ["boolean"],
        YamlScalar scalar when scalar.AsNumber() is { } number => number == Math.Truncate(number) ? ["number", "integer"] : ["number"],
        _ => ["string"],
    };

    private static string Say(string type) => type switch
    {
        "object" => "fields (key: value)",
        "array" => "a list",
        "boolean" => "true or false",
        "number" => "a number",
        "integer" => "a whole number",
        _ => "a text",
    };
}
