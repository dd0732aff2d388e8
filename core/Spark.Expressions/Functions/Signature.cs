using Spark.Expressions.Analysis;
using Spark.Expressions.Values;

namespace Spark.Expressions.Functions;

/// <summary>What a function accepts: <c>&lt;s-n?:s&gt;</c>.</summary>
internal sealed class Signature
{
    private readonly Parameter[] parameters;
    private readonly bool isPlain;

    private Signature(string text, Parameter[] parameters)
    {
        Text = text;
        this.parameters = parameters;
        isPlain = Array.TrueForAll(parameters, parameter => !parameter.IsRepeated);
    }

    public string Text { get; }

    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>Parses a signature; errors carry their offset in it.</summary>
    public static Signature Parse(string text)
    {
        var found = new List<Parameter>();
        for (var at = 1; at < text.Length && text[at] != ':'; at++)
        {
            var symbol = text[at];
            switch (symbol)
            {
                case 's' or 'n' or 'b' or 'l' or 'o':
                    found.Add(new Parameter(symbol.ToString(), symbol + "m"));
                    break;
                case 'a' or 'x':
                    found.Add(new Parameter(symbol.ToString(), "asnblfom"));
                    break;
                case 'f':
                    found.Add(new Parameter("f", "f"));
                    break;
                case 'j':
                    found.Add(new Parameter("j", "asnblom"));
                    break;
                case '-' when found.Count > 0:
                    found[^1].FromContext = true;
                    break;
                case '?' when found.Count > 0:
                    found[^1].IsOptional = true;
                    break;
                case '+' when found.Count > 0:
                    found[^1].IsRepeated = true;
                    break;
                case '(':
                    at = ParseChoice(text, at, found);
                    break;
                case '<':
                    at = ParseSubtype(text, at, found);
                    break;
            }
        }

        return new Signature(text, [.. found]);
    }

    /// <summary>The arguments as the function takes them: contexts filled in, single items made arrays.</summary>
    public Value[] Validate(Value[] arguments, Value context)
    {
        if (isPlain && arguments.Length == parameters.Length && Fits(arguments))
        {
            return arguments;
        }

        var symbols = new char[arguments.Length];
        for (var index = 0; index < symbols.Length; index++)
        {
            symbols[index] = Parameter.SymbolOf(arguments[index]);
        }

        var counts = new int[parameters.Length];
        if (Match(symbols, 0, 0, parameters.Length, anchored: true, counts) < 0)
        {
            throw Mismatch(arguments, symbols);
        }

        return Arrange(arguments, symbols, counts, context);
    }

    /// <summary>Why a call must fail, as far as the kinds of its arguments are known; null when it may do.</summary>
    /// <param name="kinds">The kinds, null for those that are not known.</param>
    /// <param name="isAtObject">True when the context is an object.</param>
    public FunctionRefusal? FindRefusal(IReadOnlyList<ValueKind?> kinds, bool isAtObject)
    {
        var symbols = kinds.Select(kind => kind is { } known ? Parameter.SymbolOf(known) : Parameter.Any).ToArray();
        var counts = new int[parameters.Length];
        if (Match(symbols, 0, 0, parameters.Length, anchored: true, counts) >= 0)
        {
            var isContextGood = !isAtObject || !parameters.Where((rule, index) => rule.FromContext && counts[index] == 0).Any(rule => !rule.Accepts('o'));
            return isContextGood ? null : new(null, Describe());
        }

        var most = isPlain ? parameters.Length : int.MaxValue;
        var least = parameters.Count(rule => !rule.IsOptional && !rule.FromContext);
        if (kinds.Count > most || kinds.Count < least)
        {
            return new(null, Describe());
        }

        for (var index = 0; index < Math.Min(parameters.Length, symbols.Length); index++)
        {
            if (!parameters[index].Accepts(symbols[index]))
            {
                return new(index, parameters[index].Describe());
            }
        }

        return new(null, Describe());
    }

    private string Describe() => parameters.Length == 0
        ? "nothing"
        : string.Join(", ", parameters.Select(rule => rule.IsOptional ? $"[{rule.Describe()}]" : rule.Describe()));

    private static int ParseChoice(string text, int at, List<Parameter> found)
    {
        var end = Closing(text, at, '(', ')');
        var choice = text[(at + 1)..end];
        if (choice.Contains('<', StringComparison.Ordinal))
        {
            throw Failure.At("S0402", at, null, $"The choice ({choice}) of a signature cannot hold types with parameters");
        }

        found.Add(new Parameter($"({choice})", choice + "m"));
        return end;
    }

    private static int ParseSubtype(string text, int at, List<Parameter> found)
    {
        if (found.Count == 0 || found[^1].Type is not ("a" or "f"))
        {
            var type = found.Count == 0 ? "" : found[^1].Type;
            throw Failure.At("S0401", at, null, $"Only arrays and functions have types in angle brackets, not \"{type}\"");
        }

        var end = Closing(text, at, '<', '>');
        found[^1].Subtype = text[(at + 1)..end];
        return end;
    }

    private static int Closing(string text, int at, char open, char close)
    {
        var depth = 1;
        while (at + 1 < text.Length)
        {
            at++;
            depth += text[at] == open ? 1 : text[at] == close ? -1 : 0;
            if (depth == 0)
            {
                break;
            }
        }

        return at;
    }

    // The common case: an argument for each parameter, and no array to make.
    private bool Fits(Value[] arguments)
    {
        for (var index = 0; index < arguments.Length; index++)
        {
            var symbol = Parameter.SymbolOf(arguments[index]);
            if (!parameters[index].Accepts(symbol) || (parameters[index].IsArray && !IsArrayOf(arguments[index], parameters[index].Subtype)))
            {
                return false;
            }
        }

        return true;
    }

    // Takes as much as it can, and less when the rest asks for it. Answers with the end, or -1.
    private int Match(char[] symbols, int parameter, int start, int upTo, bool anchored, int[] counts)
    {
        if (parameter == upTo)
        {
            return !anchored || start == symbols.Length ? start : -1;
        }

        var rule = parameters[parameter];
        var least = rule.IsOptional || rule.FromContext ? 0 : 1;
        var most = rule.IsRepeated ? symbols.Length - start : 1;
        var taken = 0;
        while (taken < most && start + taken < symbols.Length && rule.Accepts(symbols[start + taken]))
        {
            taken++;
        }

        for (; taken >= least; taken--)
        {
            counts[parameter] = taken;
            var end = Match(symbols, parameter + 1, start + taken, upTo, anchored, counts);
            if (end >= 0)
            {
                return end;
            }
        }

        return -1;
    }

    private Value[] Arrange(Value[] arguments, char[] symbols, int[] counts, Value context)
    {
        var arranged = new List<Value>(parameters.Length);
        var at = 0;
        var matched = 0;
        for (var index = 0; index < parameters.Length; index++)
        {
            var rule = parameters[index];
            if (counts[index] == 0)
            {
                if (rule.FromContext)
                {
                    arranged.Add(FromContext(rule, context, at));
                }
                else
                {
                    arranged.Add(at < arguments.Length ? arguments[at] : default);
                    at++;
                }
            }

            // An optional parameter that is left out takes an argument all the same, as in the reference.
            for (var taken = 0; taken < counts[index]; taken++, at++, matched++)
            {
                var argument = at < arguments.Length ? arguments[at] : default;
                arranged.Add(rule.IsArray && symbols[matched] != 'm' ? ToArray(rule, argument, counts[index], at) : argument);
            }
        }

        return [.. arranged];
    }

    private static Value FromContext(Parameter rule, Value context, int at) => rule.Accepts(Parameter.SymbolOf(context))
        ? context
        : throw Failure.New(
            "T0411",
            $"Argument {at + 1} of {ExpressionException.TokenMark} is missing, and the context cannot stand in for it: expected {rule.Describe()}, got {Failure.Kind(context)}");

    private static Value ToArray(Parameter rule, Value argument, int taken, int at)
    {
        var symbol = Parameter.SymbolOf(argument);
        if (rule.Subtype is { Length: > 0 } subtype)
        {
            var fits = symbol == 'a' ? ItemsAre(argument.List!, subtype[0]) : taken == 1 && subtype == symbol.ToString();
            if (!fits)
            {
                throw Failure.New(
                    "T0412",
                    $"Argument {at + 1} of {ExpressionException.TokenMark} must be an array of {Plural(subtype[0])}, got {Failure.Show(argument)}");
            }
        }

        return symbol == 'a' ? argument : new Value(new ArrayCell([argument]));
    }

    private static bool IsArrayOf(Value value, string? subtype) =>
        value.List is { } list && (string.IsNullOrEmpty(subtype) || ItemsAre(list, subtype[0]));

    private static bool ItemsAre(ArrayCell list, char symbol)
    {
        foreach (var item in list.Span)
        {
            if (Parameter.SymbolOf(item) != symbol)
            {
                return false;
            }
        }

        return true;
    }

    private static string Plural(char symbol) => symbol switch
    {
        's' => "strings",
        'n' => "numbers",
        'b' => "booleans",
        'o' => "objects",
        'a' => "arrays",
        'f' => "functions",
        _ => "JSON values",
    };

    private ExpressionException Mismatch(Value[] arguments, char[] symbols)
    {
        var good = 0;
        var counts = new int[parameters.Length];
        for (var upTo = 1; upTo <= parameters.Length; upTo++)
        {
            var end = Match(symbols, 0, 0, upTo, anchored: false, counts);
            if (end < 0)
            {
                break;
            }

            good = end;
        }

        var got = good < arguments.Length ? Failure.Kind(arguments[good]) : "nothing";
        var expected = good < parameters.Length ? parameters[good].Describe() : "no further argument";
        return Failure.New("T0410", $"Argument {good + 1} of {ExpressionException.TokenMark} does not fit: expected {expected}, got {got}");
    }
}
