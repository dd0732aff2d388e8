using System.Globalization;

namespace Spark.Engine.Reading.Yaml;

/// <summary>Refuses texts that are not worth parsing, or that a parser would read differently from a person.</summary>
internal static class SourceGate
{
    /// <summary>True when the text may be parsed.</summary>
    public static bool LetsIn(SourceText source, FindingBag findings)
    {
        if (source.Text.Length > YamlFile.LargestFile)
        {
            findings.Error(
                FindingCodes.FileTooLarge,
                new(source.File, 0, 0),
                string.Create(CultureInfo.InvariantCulture, $"The file is larger than {YamlFile.LargestFile / 1024} kB."),
                "Split it: one file a dialog, one file an action.");
            return false;
        }

        return CharactersAreGood(source, findings) & IndentationIsGood(source, findings) & IsMerged(source, findings);
    }

    // Inside a text such a line is indented.
    private static bool IsMerged(SourceText source, FindingBag findings)
    {
        if (!source.Text.Contains("<<<<<<<", StringComparison.Ordinal))
        {
            return true;
        }

        for (var line = 1; line <= source.LineCount; line++)
        {
            if (source.Line(line).StartsWith("<<<<<<<", StringComparison.Ordinal))
            {
                findings.Error(
                    FindingCodes.MergeConflict,
                    new(source.File, line, 1),
                    "A merge has left both versions of this place.",
                    "Keep what is right of the two, and delete the lines with <<<<<<<, ======= and >>>>>>>.");
                return false;
            }
        }

        return true;
    }

    private static bool CharactersAreGood(SourceText source, FindingBag findings)
    {
        var text = source.Text;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\uFFFD')
            {
                findings.Error(
                    FindingCodes.BadCharacter, source.Locate(i), "The file is not UTF-8 from here on.", "Save the file as UTF-8.");
                return false;
            }

            if (char.IsSurrogate(character) && !(char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])))
            {
                findings.Error(
                    FindingCodes.BadCharacter, source.Locate(i), "Half of a character stands here.", "Write the character again.");
                return false;
            }

            if (char.IsHighSurrogate(character))
            {
                i++;
                continue;
            }

            // Line separators of Unicode break lines for some parsers and not for others.
            var isControl = char.IsControl(character) && character is not ('\t' or '\n' or '\r');
            if (isControl || character is '\u2028' or '\u2029' or '\uFEFF')
            {
                var code = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
                findings.Error(
                    FindingCodes.BadCharacter,
                    source.Locate(i),
                    $"The invisible character U+{code} stands here.",
                    $"Delete it; where it is wanted, write \"\\u{code}\" in double quotes.");
                return false;
            }
        }

        return true;
    }

    private static bool IndentationIsGood(SourceText source, FindingBag findings)
    {
        var good = true;
        for (var line = 1; line <= source.LineCount; line++)
        {
            var start = source.StartOf(line);
            var i = start;
            while (i < source.Text.Length && source.Text[i] == ' ')
            {
                i++;
            }

            if (i >= source.Text.Length || source.Text[i] != '\t' || string.IsNullOrWhiteSpace(source.Line(line)))
            {
                continue;
            }

            good = false;
            findings.Error(
                FindingCodes.TabInIndentation,
                new(source.File, line, i - start + 1),
                "A tab stands in the indentation.",
                "Indent with spaces, two a level.");
        }

        return good;
    }
}
