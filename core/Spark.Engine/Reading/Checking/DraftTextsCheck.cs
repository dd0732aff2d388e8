using System.Text.RegularExpressions;
using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Checking;

/// <summary>A text is ready to be read by people: nothing is still to be written, and no mark-up or escape is shown as it is written.</summary>
internal sealed partial class DraftTextsCheck : ICheck
{
    public void Run(ReadingContext reading)
    {
        foreach (var text in reading.Draft.Texts.Concat(reading.Draft.Locales.SelectMany(locale => locale.Texts, (_, text) => text.Value)))
        {
            if (Unwritten().Match(text.Template.Text) is { Success: true } note)
            {
                reading.Findings.Warning(
                    FindingCodes.StillToWrite, text.At, $"'{note.Value}' in this text says that it is still to be written, and the person would read it.", "Write the text, or put the note in a comment.");
            }

            CheckMarkUp(text, reading.Findings);
        }
    }

    private static void CheckMarkUp(Text text, FindingBag findings)
    {
        if (!text.Template.Text.AsSpan().ContainsAny('\\', '<', '&'))
        {
            return;
        }

        var shown = TextsCheck.Literals(text.Template);
        if (!Path().IsMatch(shown) && Escape().Match(shown) is { Success: true } escape)
        {
            findings.Warning(
                FindingCodes.MarkUpShown, text.At, $"The person reads {escape.Value} as it is written.", "Put the text in double quotes, in which \\n is a new line, or write it as a block: |");
        }
        else if (MarkUp().Match(shown) is { Success: true } tag)
        {
            findings.Warning(
                FindingCodes.MarkUpShown, text.At, $"Texts are no HTML: the person reads {tag.Value} as it is written.", "Write the words alone; a new line is a line of a block (|), a link is a button with 'link'.");
        }
    }

    // Spanish has the word in capitals too.
    [GeneratedRegex(@"\A\s*TODO\s*\z|(?<![\p{L}\d])(TODO(?=:)|FIXME|[Ll]orem [Ii]psum)(?![\p{L}\d])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Unwritten();

    [GeneratedRegex(@"\\[nt](?![\\/])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Escape();

    // A folder of Windows has them too.
    [GeneratedRegex(@"[A-Za-z]:\\|\\\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Path();

    [GeneratedRegex(@"</?(a|b|i|u|p|br|div|em|h[1-6]|img|li|ol|span|strong|ul)(\s[^<>]*)?/?>|&(nbsp|amp|lt|gt|quot|apos|euro|[A-Za-z](acute|grave|uml|circ|cedil)|#\d+);", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MarkUp();
}
