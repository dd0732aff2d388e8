namespace Spark.Expressions.Functions;

/// <summary>One parameter of a signature.</summary>
internal sealed class Parameter(string type, string accepts)
{
    /// <summary>The letter for a value of which nothing is known.</summary>
    public const char Any = '?';

    /// <summary>As it is written.</summary>
    public string Type => type;

    public bool IsArray => type == "a";

    /// <summary>What the items of an array, or the arguments of a function, must be.</summary>
    public string? Subtype { get; set; }

    /// <summary>A missing argument is taken from the context.</summary>
    public bool FromContext { get; set; }

    public bool IsOptional { get; set; }

    public bool IsRepeated { get; set; }

    public bool Accepts(char symbol) => symbol == Any || accepts.Contains(symbol);

    /// <summary>The letter that signatures have for the kind of a value.</summary>
    public static char SymbolOf(Value value) => SymbolOf(value.Kind);

    /// <summary>The letter that signatures have for a kind.</summary>
    public static char SymbolOf(ValueKind kind) => kind switch
    {
        ValueKind.Undefined => 'm',
        ValueKind.Null => 'l',
        ValueKind.Boolean => 'b',
        ValueKind.Number => 'n',
        ValueKind.String => 's',
        ValueKind.Array => 'a',
        ValueKind.Object => 'o',
        _ => 'f',
    };

    /// <summary>The kinds as messages name them.</summary>
    public string Describe()
    {
        var words = type.Trim('(', ')').Select(symbol => symbol switch
        {
            's' => "a string",
            'n' => "a number",
            'b' => "a boolean",
            'l' => "null",
            'o' => "an object",
            'a' => "an array",
            'f' => "a function",
            _ => "a JSON value",
        });
        return string.Join(" or ", words);
    }
}
