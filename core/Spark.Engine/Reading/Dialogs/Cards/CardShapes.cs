namespace Spark.Engine.Reading.Dialogs.Cards;

/// <summary>Adaptive Cards up to version 1.5, the newest that Teams shows everywhere: which elements and actions there are, and what each may have.</summary>
internal static class CardShapes
{
    /// <summary>The newest version.</summary>
    public static readonly Version Newest = new(1, 5);

    private const string Any = "type id requires fallback";
    private const string Element = $"{Any} isVisible height separator spacing targetWidth lang ";
    private const string Holder = "selectAction style verticalContentAlignment bleed backgroundImage minHeight rtl";
    private const string Input = $"{Element}id! label isRequired errorMessage value ";
    private const string Action = $"{Any} title iconUrl style tooltip isEnabled mode role ";

    /// <summary>The card itself.</summary>
    public static readonly CardShape Card = Shape(
        "type id version $schema body actions selectAction fallbackText backgroundImage minHeight rtl speak lang style bleed verticalContentAlignment refresh authentication metadata msteams msTeams");

    /// <summary>What stands in <c>body</c>, <c>items</c> and the like.</summary>
    public static readonly IReadOnlyDictionary<string, CardShape> Elements = new Dictionary<string, CardShape>(StringComparer.Ordinal)
    {
        ["TextBlock"] = Shape($"{Element}text! color fontType horizontalAlignment isSubtle maxLines size weight wrap style"),
        ["RichTextBlock"] = Shape($"{Element}inlines! horizontalAlignment"),
        ["TextRun"] = Shape("type text! color fontType highlight isSubtle italic selectAction size strikethrough underline weight lang"),
        ["Image"] = Shape($"{Element}url! altText backgroundColor horizontalAlignment selectAction size style width msteams msTeams"),
        ["ImageSet"] = Shape($"{Element}images! imageSize style"),
        ["Media"] = Shape($"{Element}sources! poster altText captionSources"),
        ["Container"] = Shape($"{Element}items! {Holder}"),
        ["ColumnSet"] = Shape($"{Element}columns horizontalAlignment {Holder}"),
        ["Column"] = Shape($"{Element}items width {Holder}"),
        ["FactSet"] = Shape($"{Element}facts!"),
        ["Table"] = Shape($"{Element}columns rows firstRowAsHeader showGridLines gridStyle horizontalCellContentAlignment verticalCellContentAlignment"),
        ["TableRow"] = Shape("type id cells style horizontalCellContentAlignment verticalCellContentAlignment"),
        ["TableCell"] = Shape($"type id items {Holder}"),
        ["ActionSet"] = Shape($"{Element}actions!"),
        ["Input.Text"] = Shape($"{Input}isMultiline maxLength placeholder regex style inlineAction"),
        ["Input.Number"] = Shape($"{Input}max min placeholder"),
        ["Input.Date"] = Shape($"{Input}max min placeholder"),
        ["Input.Time"] = Shape($"{Input}max min placeholder"),
        ["Input.Toggle"] = Shape($"{Input}title! valueOff valueOn wrap"),
        ["Input.ChoiceSet"] = Shape($"{Input}choices choices.data isMultiSelect style placeholder wrap"),
    };

    /// <summary>What stands in <c>actions</c>, <c>selectAction</c> and <c>inlineAction</c>.</summary>
    public static readonly IReadOnlyDictionary<string, CardShape> Actions = new Dictionary<string, CardShape>(StringComparer.Ordinal)
    {
        ["Action.OpenUrl"] = Shape($"{Action}url!"),
        ["Action.Submit"] = Shape($"{Action}data associatedInputs msteams msTeams"),
        ["Action.Execute"] = Shape($"{Action}data associatedInputs verb msteams msTeams"),
        ["Action.ShowCard"] = Shape($"{Action}card!"),
        ["Action.ToggleVisibility"] = Shape($"{Action}targetElements!"),
    };

    /// <summary>Parts that say by their place what they are, by the property in which they stand.</summary>
    public static readonly IReadOnlyDictionary<string, CardShape> Parts = new Dictionary<string, CardShape>(StringComparer.Ordinal)
    {
        ["choices"] = Shape("title! value!"),
        ["facts"] = Shape("title! value!"),
        ["sources"] = Shape("url! mimeType"),
        ["captionSources"] = Shape("url! mimeType label"),
        ["backgroundImage"] = Shape("type url! fillMode horizontalAlignment verticalAlignment"),
        ["targetElements"] = Shape("type elementId! isVisible"),
    };

    /// <summary>The words that a property takes, in small letters or capitals, whatever it belongs to.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        ["color"] = ["default", "dark", "light", "accent", "good", "warning", "attention"],
        ["size"] = ["auto", "stretch", "small", "default", "medium", "large", "extraLarge"],
        ["weight"] = ["lighter", "default", "bolder"],
        ["fontType"] = ["default", "monospace"],
        ["horizontalAlignment"] = ["left", "center", "right"],
        ["verticalContentAlignment"] = ["top", "center", "bottom"],
        ["spacing"] = ["none", "small", "default", "medium", "large", "extraLarge", "padding"],
        ["imageSize"] = ["auto", "stretch", "small", "medium", "large"],
        ["associatedInputs"] = ["auto", "none"],
        ["mode"] = ["primary", "secondary"],
    };

    /// <summary>Properties that are true or false.</summary>
    public static readonly IReadOnlySet<string> Flags = new HashSet<string>(StringComparer.Ordinal)
    {
        "wrap", "isVisible", "separator", "isSubtle", "isRequired", "isMultiline", "isMultiSelect", "isEnabled", "italic", "strikethrough", "underline",
        "highlight", "bleed", "rtl", "firstRowAsHeader", "showGridLines",
    };

    // Words, of which one with an exclamation mark must be there.
    private static CardShape Shape(string properties)
    {
        var words = properties.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new(
            words.Select(word => word.TrimEnd('!')).ToHashSet(StringComparer.Ordinal),
            [.. words.Where(word => word.EndsWith('!')).Select(word => word.TrimEnd('!'))]);
    }
}
