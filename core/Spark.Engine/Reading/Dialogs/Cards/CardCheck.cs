using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs.Cards;

/// <summary>
/// Looks at an Adaptive Card as its clients do: they show nothing of a card of a newer version, or with an element that they do not know,
/// and do as if a property that they do not know were not there.
/// </summary>
internal sealed class CardCheck(FindingBag findings)
{
    private static readonly string[] ElementLists = ["body", "items", "columns", "rows", "cells", "inlines", "images"];
    private static readonly string[] ActionPlaces = ["actions", "selectAction", "inlineAction"];

    // What these are is plain from where they stand.
    private static readonly Dictionary<string, string> Implied = new(StringComparer.Ordinal)
    {
        ["columns"] = "Column", ["rows"] = "TableRow", ["cells"] = "TableCell", ["images"] = "Image",
    };

    public void Check(YamlMapping card)
    {
        if (card.Find("version")?.Value is YamlScalar version && !version.Value.Contains('{', StringComparison.Ordinal)
            && !(Version.TryParse(version.Value, out var number) && number <= CardShapes.Newest))
        {
            findings.Error(
                FindingCodes.NotAllowed, version.At, $"'{version.Value}' is no version that Teams shows: of a newer card it shows nothing.", $"Write {CardShapes.Newest} or an older one, or leave 'version' out.");
        }

        Look(card, "An Adaptive Card", CardShapes.Card);
    }

    private void Look(YamlMapping map, string owner, CardShape shape)
    {
        foreach (var entry in map.Entries)
        {
            if (!shape.Properties.Contains(entry.Name))
            {
                findings.Warning(
                    FindingCodes.UnknownInCard,
                    entry.Key.At,
                    $"{owner} has no '{entry.Name}': nobody will see it.",
                    NearestName.Suggest(entry.Name, shape.Properties, $"It has {string.Join(", ", shape.Properties)}."));
                continue;
            }

            Word(entry);
            Inside(entry, map);
            if (entry is { Name: "url", Value: YamlScalar address } && !address.Value.Contains('{', StringComparison.Ordinal) && !Uri.TryCreate(address.Value, UriKind.Absolute, out _))
            {
                findings.Error(FindingCodes.BadLink, address.At, $"'{address.Value}' is no address that a client can open.", "Write it whole, such as https://acme.example/page.");
            }
        }

        foreach (var name in shape.Required.Where(name => !map.Has(name) && !map.Entries.Any(entry => !shape.Properties.Contains(entry.Name) && NearestName.Find(entry.Name, [name]) is not null)))
        {
            findings.Error(FindingCodes.MissingField, map.At, $"{owner} needs '{name}'.", $"Add '{name}:' here.");
        }
    }

    private void Inside(YamlEntry entry, YamlMapping owner)
    {
        var items = entry.Value is YamlSequence list ? list.Items : [entry.Value];
        if (ElementLists.Contains(entry.Name, StringComparer.Ordinal))
        {
            // The columns of a table only say how wide they are.
            var isTable = entry.Name == "columns" && owner.Find("type")?.Value.ToString() == "Table";
            foreach (var item in isTable ? [] : items.OfType<YamlMapping>())
            {
                Typed(item, entry.Name, CardShapes.Elements, "element");
            }
        }
        else if (ActionPlaces.Contains(entry.Name, StringComparer.Ordinal))
        {
            foreach (var item in items.OfType<YamlMapping>())
            {
                Typed(item, entry.Name, CardShapes.Actions, "action");
            }
        }
        else if (entry.Name == "card" && entry.Value is YamlMapping shown)
        {
            Look(shown, "An Adaptive Card", CardShapes.Card);
        }
        else if (CardShapes.Parts.GetValueOrDefault(entry.Name) is { } part)
        {
            foreach (var item in items.OfType<YamlMapping>())
            {
                Look(item, $"What stands in '{entry.Name}'", part);
            }
        }
    }

    private void Typed(YamlMapping map, string place, IReadOnlyDictionary<string, CardShape> shapes, string what)
    {
        if ((map.Find("type")?.Value.ToString() ?? Implied.GetValueOrDefault(place)) is not { } type)
        {
            findings.Error(
                FindingCodes.MissingField, map.At, $"An {what} of a card needs 'type'.", $"Write which it is: {string.Join(", ", shapes.Keys)}.");
            return;
        }

        if (shapes.TryGetValue(type, out var shape))
        {
            Look(map, type, shape);
            return;
        }

        // An expression decides it in the conversation.
        if (!type.Contains('{', StringComparison.Ordinal))
        {
            findings.Error(
                FindingCodes.NotAllowed,
                map.Find("type")!.Value.At,
                $"'{type}' is no {what} of an Adaptive Card: Teams shows nothing of a card that has one.",
                NearestName.Suggest(type, shapes.Keys, $"There are {string.Join(", ", shapes.Keys)}."));
        }
    }

    private void Word(YamlEntry entry)
    {
        if (entry.Value is not YamlScalar { IsNull: false } scalar || scalar.Value.Contains('{', StringComparison.Ordinal))
        {
            return;
        }

        if (CardShapes.Words.GetValueOrDefault(entry.Name) is { } words && !words.Contains(scalar.Value, StringComparer.OrdinalIgnoreCase))
        {
            findings.Warning(
                FindingCodes.UnknownInCard, scalar.At, $"'{scalar.Value}' is not one of the words for '{entry.Name}' in a card: nobody will see it.", NearestName.Suggest(scalar.Value, words, $"They are {string.Join(", ", words)}."));
        }
        else if (CardShapes.Flags.Contains(entry.Name) && scalar.AsBoolean() is null)
        {
            findings.Warning(FindingCodes.UnknownInCard, scalar.At, $"'{entry.Name}' is true or false, and this is neither.", "Write true or false, without quotes.");
        }
    }
}
