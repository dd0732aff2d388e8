using Spark.Engine.Definitions;

namespace Spark.Engine.Reading.Yaml;

/// <summary>A file's text and where its lines begin.</summary>
internal sealed class SourceText
{
    private readonly List<int> lineStarts = [0];

    public SourceText(string file, string text)
    {
        File = file;
        Text = text;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
            {
                lineStarts.Add(i + 1);
            }
        }
    }

    /// <summary>The path below the bot's folder.</summary>
    public string File { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>How many lines it has.</summary>
    public int LineCount => lineStarts.Count;

    /// <summary>Where a line begins, from 1.</summary>
    public int StartOf(int line) => lineStarts[Math.Clamp(line, 1, lineStarts.Count) - 1];

    /// <summary>A line's text without its break, from 1.</summary>
    public string Line(int line)
    {
        if (line < 1 || line > lineStarts.Count)
        {
            return "";
        }

        var end = line < lineStarts.Count ? lineStarts[line] : Text.Length;
        return Text[lineStarts[line - 1]..end].TrimEnd('\r', '\n');
    }

    /// <summary>The place of a character.</summary>
    public SourceLocation Locate(int index)
    {
        var found = lineStarts.BinarySearch(index);
        var line = found >= 0 ? found : ~found - 1;
        return new(File, line + 1, index - lineStarts[line] + 1);
    }
}
