using System.Text;

namespace Spark.Runtime.ApiCalls;

/// <summary>Takes a command apart as a shell does: quotes, escapes, lines that go on.</summary>
internal static class ShellWords
{
    /// <summary>The words; null when a quotation mark is never closed.</summary>
    public static IReadOnlyList<string>? Split(string command)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var isWord = false;
        for (var at = 0; at < command.Length; at++)
        {
            var sign = command[at];
            if (sign is '\\' && at + 1 < command.Length && command[at + 1] is '\n' or '\r')
            {
                at += command[at + 1] == '\r' && at + 2 < command.Length && command[at + 2] == '\n' ? 2 : 1;
            }
            else if (char.IsWhiteSpace(sign))
            {
                End(words, word, ref isWord);
            }
            else if (sign is '\'' or '"' || (sign == '$' && at + 1 < command.Length && command[at + 1] == '\''))
            {
                isWord = true;
                var isEscaped = sign == '$';
                at += isEscaped ? 1 : 0;
                if (!Quoted(command, ref at, command[at], isEscaped || sign == '"', word))
                {
                    return null;
                }
            }
            else
            {
                isWord = true;
                at += sign == '\\' && at + 1 < command.Length ? 1 : 0;
                word.Append(command[at]);
            }
        }

        End(words, word, ref isWord);
        return words;
    }

    private static bool Quoted(string command, ref int at, char quote, bool hasEscapes, StringBuilder word)
    {
        for (at++; at < command.Length; at++)
        {
            if (command[at] == quote)
            {
                return true;
            }

            if (hasEscapes && command[at] == '\\' && at + 1 < command.Length)
            {
                at++;
                word.Append(Unescape(command[at], quote));
            }
            else
            {
                word.Append(command[at]);
            }
        }

        return false;
    }

    private static string Unescape(char sign, char quote) => (sign, quote) switch
    {
        ('n', '\'') => "\n",
        ('t', '\'') => "\t",
        ('r', '\'') => "\r",
        ('\n', '"') => "",
        ('"' or '\\' or '$' or '`', '"') or (_, '\'') => sign.ToString(),
        _ => $"\\{sign}",
    };

    private static void End(List<string> words, StringBuilder word, ref bool isWord)
    {
        if (isWord)
        {
            words.Add(word.ToString());
        }

        word.Clear();
        isWord = false;
    }
}
