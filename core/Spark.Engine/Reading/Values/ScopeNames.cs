using Spark.Engine.Reading.Drafts;

namespace Spark.Engine.Reading.Values;

/// <summary>
/// Finds the names that an expression takes from its scope: those that begin a path. Inside filters, groupings and the steps of a path
/// a name belongs to the value before it, and is not looked at.
/// </summary>
internal static class ScopeNames
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal) { "and", "or", "in", "true", "false", "null", "function" };

    /// <summary>The names, with their places.</summary>
    public static IReadOnlyList<ScopeName> Find(string expression)
    {
        var names = new List<ScopeName>();
        var inner = new Stack<bool>([false]);
        var (before, afterDot) = (' ', false);
        for (var i = 0; i < expression.Length; i++)
        {
            var character = expression[i];
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            if (character is '"' or '\'')
            {
                i = EndOfQuote(expression, i);
            }
            else if (character == '/' && expression.AsSpan(i).StartsWith("/*"))
            {
                i = EndOfComment(expression, i);
                continue;
            }
            else if (character == '/' && !IsOperand(before))
            {
                i = EndOfQuote(expression, i);
            }
            else if (character == '$')
            {
                i = EndOfWord(expression, i + 1) - 1;
                character = 'x';
            }
            else if (character is '(' or '[' or '{')
            {
                inner.Push(inner.Peek() || afterDot || before == '^' || (character != '(' && IsOperand(before)) || IsParameters(expression, i));
            }
            else if (character is ')' or ']' or '}' && inner.Count > 1)
            {
                inner.Pop();
            }
            else if (character == '`' || char.IsLetter(character) || character == '_')
            {
                var start = i;
                i = (character == '`' ? EndOfQuote(expression, i) + 1 : EndOfWord(expression, i)) - 1;
                var name = expression[start..(i + 1)].Trim('`');
                if (Words.Contains(name) && character != '`')
                {
                    // An operator comes after an operand, and nothing of what follows belongs to what came before.
                    (before, afterDot) = (name is "true" or "false" or "null" ? 'x' : '+', false);
                    continue;
                }

                if (!afterDot && !inner.Peek())
                {
                    names.Add(new(name, start));
                }

                character = 'x';
            }
            else if (char.IsDigit(character))
            {
                i = EndOfNumber(expression, i) - 1;
            }

            afterDot = character == '.';
            before = character;
        }

        return names;
    }

    private static bool IsOperand(char before) => char.IsLetterOrDigit(before) || before is '"' or '\'' or ')' or ']' or '}' or '`' or '*' or '%';

    private static bool IsParameters(string expression, int at)
    {
        var before = expression.AsSpan(0, at).TrimEnd();
        return before.EndsWith("function") || before.EndsWith("λ");
    }

    private static int EndOfQuote(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == text[start])
            {
                return i;
            }
        }

        return text.Length - 1;
    }

    private static int EndOfComment(string text, int start)
    {
        var end = text.IndexOf("*/", start + 2, StringComparison.Ordinal);
        return end < 0 ? text.Length - 1 : end + 1;
    }

    private static int EndOfWord(string text, int start)
    {
        var i = start;
        while (i < text.Length && (char.IsLetterOrDigit(text[i]) || text[i] == '_'))
        {
            i++;
        }

        return i;
    }

    private static int EndOfNumber(string text, int start)
    {
        var i = EndOfWord(text, start);
        return i + 1 < text.Length && text[i] == '.' && char.IsDigit(text[i + 1]) ? EndOfWord(text, i + 1) : i;
    }
}
