using System.Buffers;
using System.Text;

namespace Spark.Channels.Teams.Outbound;

/// <summary>Writes plain text where Teams reads Markdown.</summary>
internal static class Markdown
{
    private static readonly SearchValues<char> Marks = SearchValues.Create(@"\`*_{}[]#<>|~");

    /// <summary>The text such that it is shown as it is, line by line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            switch (letter)
            {
                case '\n':
                    escaped.Append("  \n");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                default:
                    if (Marks.Contains(letter))
                    {
                        escaped.Append('\\');
                    }

                    escaped.Append(letter);
                    break;
            }
        }

        return escaped.ToString();
    }
}
