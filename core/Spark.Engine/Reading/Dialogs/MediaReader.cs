using Spark.Engine.Definitions;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Reading.Dialogs;

/// <summary>Reads <c>media</c>: one picture, film, sound or file, or a list of them.</summary>
internal static class MediaReader
{
    private static readonly string[] Kinds = ["image", "video", "audio", "file"];

    public static List<MediaDefinition> Read(StepContext step, YamlNode node)
    {
        if (node is not YamlSequence list)
        {
            return ReadOne(step, node, number: 1) is { } only ? [only] : [];
        }

        if (list.Items.Count == 0)
        {
            step.Reading.Findings.Error(FindingCodes.Empty, list.At, "'media' is empty.", "Write at least one, such as 'image: https://…'.");
        }

        return [.. list.Items.Select((item, index) => ReadOne(step, item, index + 1)).OfType<MediaDefinition>()];
    }

    private static MediaDefinition? ReadOne(StepContext step, YamlNode node, int number)
    {
        if (step.Reading.Nodes.Mapping(node, "media") is not { } map)
        {
            return null;
        }

        step.Reading.Nodes.Allow(map, "a medium", [.. Kinds, "title"]);
        var kinds = map.Entries.Where(entry => Kinds.Contains(entry.Name, StringComparer.Ordinal)).ToList();
        if (kinds.Count != 1)
        {
            step.Reading.Findings.Error(
                FindingCodes.FieldsDoNotFit,
                kinds.Count == 0 ? map.At : kinds[1].Key.At,
                kinds.Count == 0 ? "This medium is neither an image, a video, audio nor a file." : $"This medium is both '{kinds[0].Name}' and '{kinds[1].Name}'.",
                "Give it one of image, video, audio and file, with an address.");
            return null;
        }

        var key = number == 1 ? "media" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"media.{number}");
        var address = step.Reading.Expressions.Template(kinds[0].Value, kinds[0].Name, step.Scope);
        if (address is { IsLiteral: true, Text.Length: > 0 } && !(Uri.TryCreate(address.Text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" or "data"))
        {
            step.Reading.Findings.Error(
                FindingCodes.BadLink, kinds[0].Value.At, $"'{address.Text}' is no address that a channel can open.", "Begin it with https://: a bot's folder holds no files to show.");
        }

        return new(
            kinds[0].Name,
            address,
            map.Find("title") is { } title ? step.Reading.Expressions.Text(title.Value, "title", step.Key(key), step.Scope) : null);
    }
}
