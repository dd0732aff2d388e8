namespace Spark.Expressions.Parsing;

internal enum SyntaxKind : byte
{
    End,
    Name,
    Variable,
    String,
    Number,
    Constant,
    Regex,
    Wildcard,
    Descendants,
    Parent,

    /// <summary>A word that is an operator elsewhere (and, or, in), or the open argument of a partial application.</summary>
    Word,
    Binary,
    Negate,
    Array,
    Object,
    Filter,
    Group,
    Sort,
    Bind,
    Focus,
    Index,
    Apply,
    Condition,
    Block,
    Call,
    Partial,
    Lambda,
    Transform,

    /// <summary>Only after resolving: steps.</summary>
    Path,
}
