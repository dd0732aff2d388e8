namespace Spark.Engine.Reading;

/// <summary>
/// The codes of all findings. A code is never given a second meaning, and each has a page in <c>docs/errors/</c>.
/// Ranges: 1 the files themselves, 2 names, 3 expressions, 4 the way through the dialogs, 5 languages, 6 channels' limits,
/// 7 secrets, 8 intents, 9 tests.
/// </summary>
public static class FindingCodes
{
    /// <summary>The file is not YAML.</summary>
    public const string DoesNotParse = "SPK1001";

    /// <summary>A value needs quotes to be read as it is meant.</summary>
    public const string NeedsQuotes = "SPK1002";

    /// <summary>A comment cut off the rest of a text.</summary>
    public const string CommentInText = "SPK1003";

    /// <summary>A tag.</summary>
    public const string Tag = "SPK1004";

    /// <summary>An anchor or an alias.</summary>
    public const string AnchorOrAlias = "SPK1005";

    /// <summary>A key twice in one mapping.</summary>
    public const string DuplicateKey = "SPK1006";

    /// <summary>A tab in the indentation.</summary>
    public const string TabInIndentation = "SPK1007";

    /// <summary>Several documents, or a directive, in one file.</summary>
    public const string SeveralDocuments = "SPK1008";

    /// <summary>Not UTF-8, or a control character.</summary>
    public const string BadCharacter = "SPK1009";

    /// <summary>The file is too large.</summary>
    public const string FileTooLarge = "SPK1010";

    /// <summary>Nested too deeply.</summary>
    public const string NestedTooDeeply = "SPK1011";

    /// <summary>A key that older YAML tools read as something else.</summary>
    public const string KeyNeedsQuotes = "SPK1012";

    /// <summary>A merge key.</summary>
    public const string MergeKey = "SPK1013";

    /// <summary>A key that is not a text.</summary>
    public const string KeyIsNoText = "SPK1014";

    /// <summary>A merge that left both versions.</summary>
    public const string MergeConflict = "SPK1015";

    /// <summary>A field that does not exist here.</summary>
    public const string UnknownField = "SPK1101";

    /// <summary>A field is missing.</summary>
    public const string MissingField = "SPK1102";

    /// <summary>A value of another kind is expected.</summary>
    public const string WrongKind = "SPK1103";

    /// <summary>A step without a verb.</summary>
    public const string NoVerb = "SPK1104";

    /// <summary>A step with two verbs.</summary>
    public const string TwoVerbs = "SPK1105";

    /// <summary>Fields of a step that do not go together, or need each other.</summary>
    public const string FieldsDoNotFit = "SPK1106";

    /// <summary>An id or a name is not written as ids are.</summary>
    public const string BadName = "SPK1107";

    /// <summary>The id is not the file's name.</summary>
    public const string NameDiffersFromFile = "SPK1108";

    /// <summary>An id or a text key twice in a dialog.</summary>
    public const string DuplicateId = "SPK1109";

    /// <summary>A word that is not one of those allowed.</summary>
    public const string NotAllowed = "SPK1110";

    /// <summary>A number or a duration that is not one, or out of range.</summary>
    public const string BadNumber = "SPK1111";

    /// <summary>A part of the format that this version of Spark does not run yet.</summary>
    public const string NotYet = "SPK1112";

    /// <summary>Nothing where something is needed.</summary>
    public const string Empty = "SPK1113";

    /// <summary>Another version of the format.</summary>
    public const string FormatVersion = "SPK1114";

    /// <summary>A file is missing.</summary>
    public const string MissingFile = "SPK1115";

    /// <summary>A file that is not read.</summary>
    public const string FileNotRead = "SPK1116";

    /// <summary>A regular expression that is none.</summary>
    public const string BadPattern = "SPK1117";

    /// <summary>A regular expression whose time grows faster than the answer.</summary>
    public const string SlowPattern = "SPK1122";

    /// <summary>A property or a word of an Adaptive Card that clients do not know.</summary>
    public const string UnknownInCard = "SPK1123";

    /// <summary>A field that only one step has, and that is nearly another's.</summary>
    public const string OddField = "SPK1124";

    /// <summary>A text that is still to be written.</summary>
    public const string StillToWrite = "SPK1125";

    /// <summary>A default that is no value of its variable's type.</summary>
    public const string BadDefault = "SPK1121";
    /// <summary>Two buttons or choices that read the same.</summary>
    public const string SameLabel = "SPK1118";

    /// <summary>A link that is no address.</summary>
    public const string BadLink = "SPK1119";

    /// <summary>No such dialog.</summary>
    public const string UnknownDialog = "SPK2001";

    /// <summary>No such action dialog.</summary>
    public const string UnknownAction = "SPK2002";

    /// <summary>An outcome without an answer.</summary>
    public const string OutcomeUnanswered = "SPK2003";

    /// <summary>An answer to an outcome that cannot be.</summary>
    public const string OutcomeImpossible = "SPK2004";

    /// <summary>No such intent.</summary>
    public const string UnknownIntent = "SPK2005";

    /// <summary>No such variable.</summary>
    public const string UnknownVariable = "SPK2006";

    /// <summary>No such connection.</summary>
    public const string UnknownConnection = "SPK2007";

    /// <summary>An input of an action dialog is missing.</summary>
    public const string InputMissing = "SPK2008";

    /// <summary>An input that the action dialog does not have.</summary>
    public const string InputUnknown = "SPK2009";

    /// <summary>No installed plugin offers what a connection names.</summary>
    public const string PluginNotInstalled = "SPK2010";

    /// <summary>A connection that takes no conversations.</summary>
    public const string NotAnOffloadProvider = "SPK2011";

    /// <summary>No installed plugin offers the action.</summary>
    public const string UnknownVerb = "SPK2012";

    /// <summary>A choice that is not a value of its variable.</summary>
    public const string UnknownChoice = "SPK2013";

    /// <summary>A variable of a type that cannot be asked for so.</summary>
    public const string CannotBeAsked = "SPK2014";

    /// <summary>A language that the bot does not speak.</summary>
    public const string UnknownLanguage = "SPK2015";

    /// <summary>A connection on which the action does not work.</summary>
    public const string ConnectionOfAnotherPlugin = "SPK2020";

    /// <summary>A connection that does not say what people mean.</summary>
    public const string NotAnUnderstandingProvider = "SPK2023";

    /// <summary>A context that no dialog begins.</summary>
    public const string UnknownContext = "SPK2021";

    /// <summary>A dialog that needs to be given something is reached in a way that gives nothing.</summary>
    public const string InputNotGiven = "SPK2022";
    /// <summary>A result that the provider never gives.</summary>
    public const string ImpossibleResult = "SPK2016";

    /// <summary>An offload that an enabled channel cannot do.</summary>
    public const string OffloadUnsupported = "SPK2100";

    /// <summary>A step that talks after the desk took the conversation.</summary>
    public const string TalkAfterHandover = "SPK2101";

    /// <summary>A step that waits after a desk that relays took the conversation.</summary>
    public const string AskAfterHandover = "SPK2102";

    /// <summary>An expression that does not parse.</summary>
    public const string BadExpression = "SPK3001";

    /// <summary>An expression names something undeclared.</summary>
    public const string UndeclaredName = "SPK3002";

    /// <summary>A text whose braces do not fit.</summary>
    public const string BadText = "SPK3003";

    /// <summary>Values compared that can never be equal.</summary>
    public const string NeverEqual = "SPK3004";

    /// <summary>A word that its variable never holds.</summary>
    public const string UnknownValue = "SPK3005";

    /// <summary>A value that its variable cannot hold.</summary>
    public const string WrongValue = "SPK3006";

    /// <summary>A condition that is none.</summary>
    public const string NoCondition = "SPK3007";

    /// <summary>A check that does not look at the answer.</summary>
    public const string BlindCheck = "SPK3008";

    /// <summary>A calculation with something that is no number.</summary>
    public const string NoNumber = "SPK3009";

    /// <summary>A function that is given too few or too many values, or one that it cannot take.</summary>
    public const string BadArgument = "SPK3010";

    /// <summary>Two braces around a name, which show braces.</summary>
    public const string DoubledBraces = "SPK3011";

    /// <summary>A condition whose parts exclude each other, or leave nothing out.</summary>
    public const string Contradiction = "SPK3012";

    /// <summary>A list or an object in a text.</summary>
    public const string ObjectShown = "SPK3013";

    /// <summary>Mark-up or an escape that is shown as it is written.</summary>
    public const string MarkUpShown = "SPK3014";

    /// <summary>A dialog that nothing leads to.</summary>
    public const string UnreachableDialog = "SPK4001";

    /// <summary>A step that nothing leads to.</summary>
    public const string UnreachableStep = "SPK4002";

    /// <summary>A variable that nothing uses.</summary>
    public const string UnusedVariable = "SPK4003";

    /// <summary>An intent that nothing uses.</summary>
    public const string UnusedIntent = "SPK4004";

    /// <summary>A connection that nothing uses.</summary>
    public const string UnusedConnection = "SPK4005";

    /// <summary>An action dialog that nothing runs.</summary>
    public const string UnusedAction = "SPK4006";

    /// <summary>A context that no trigger requires.</summary>
    public const string UnusedContext = "SPK4021";
    /// <summary>A way through a dialog that ends without a word.</summary>
    public const string SilentEnd = "SPK4007";

    /// <summary>A trigger that never comes to its turn.</summary>
    public const string HiddenTrigger = "SPK4008";

    /// <summary>An interruption that leads nowhere.</summary>
    public const string InterruptLeadsNowhere = "SPK4009";

    /// <summary>An input that its action dialog does not use.</summary>
    public const string UnusedInput = "SPK4010";

    /// <summary>A variable that nothing sets.</summary>
    public const string NeverSet = "SPK4011";

    /// <summary>A condition that was decided before.</summary>
    public const string DecidedBefore = "SPK4012";

    /// <summary>A condition whose ways lead to one place.</summary>
    public const string EqualWays = "SPK4013";

    /// <summary>A question whose variable surely has a value.</summary>
    public const string UnaskedQuestion = "SPK4014";

    /// <summary>A text to a try that leads elsewhere.</summary>
    public const string UnsaidText = "SPK4015";

    /// <summary>A cycle that never waits for the person.</summary>
    public const string EndlessCycle = "SPK4100";

    /// <summary>A text without a translation.</summary>
    public const string Untranslated = "SPK5001";

    /// <summary>A translation of a text that does not exist.</summary>
    public const string UnknownTextKey = "SPK5002";

    /// <summary>A translation with other placeholders.</summary>
    public const string PlaceholdersDiffer = "SPK5003";

    /// <summary>An intent without examples in a language.</summary>
    public const string IntentWithoutExamples = "SPK5004";

    /// <summary>A global word without words in a language.</summary>
    public const string GlobalWordWithoutWords = "SPK5021";

    /// <summary>A person's variable in a bot that never asks whether the person is known.</summary>
    public const string PersonUnproved = "SPK7021";
    /// <summary>A translation of an older text.</summary>
    public const string StaleTranslation = "SPK5005";

    /// <summary>A line of the lock file that is none.</summary>
    public const string BadLock = "SPK5006";

    /// <summary>A translation that is its original once more.</summary>
    public const string CopiedTranslation = "SPK5007";

    /// <summary>A text longer than a channel shows at once.</summary>
    public const string TextTooLong = "SPK6001";

    /// <summary>More choices than a channel shows as buttons.</summary>
    public const string TooManyChoices = "SPK6002";

    /// <summary>A label longer than a channel shows.</summary>
    public const string LabelTooLong = "SPK6003";

    /// <summary>A channel without buttons.</summary>
    public const string NoButtons = "SPK6004";

    /// <summary>A value that looks like a secret.</summary>
    public const string Secret = "SPK7001";

    /// <summary>An address that belongs to an environment.</summary>
    public const string Address = "SPK7002";

    /// <summary>A sensitive variable in a text.</summary>
    public const string SensitiveShown = "SPK7003";

    /// <summary>A sensitive variable given away without saying so.</summary>
    public const string SensitiveShared = "SPK7004";

    /// <summary>Two intents share an example.</summary>
    public const string SharedExample = "SPK8001";

    /// <summary>An example that cannot be used.</summary>
    public const string BadExample = "SPK8002";

    /// <summary>Examples of two intents that are very near.</summary>
    public const string NearExamples = "SPK8003";

    /// <summary>An example that is not understood as its own intent.</summary>
    public const string LostExample = "SPK8004";

    /// <summary>A synonym or stop word that cannot count.</summary>
    public const string BadVocabulary = "SPK8005";

    /// <summary>A combination of values that cannot be read.</summary>
    public const string BadComposite = "SPK8006";

    /// <summary>Examples that are written in another language than they stand under.</summary>
    public const string ExamplesOfAnotherLanguage = "SPK8007";
}
