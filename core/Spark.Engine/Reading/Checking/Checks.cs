namespace Spark.Engine.Reading.Checking;

/// <summary>All checks over the whole bot.</summary>
internal static class Checks
{
    private static readonly ICheck[] All =
    [
        new NamesCheck(), new ConnectionsCheck(), new RunsCheck(), new AsksCheck(), new ExpressionNamesCheck(), new CompositesCheck(), new ExamplesCheck(),
        new SecretsCheck(), new CyclesCheck(), new HandoverCheck(), new VisitsCheck(), new WordsCheck(), new AssignmentsCheck(),
        new ComparisonsCheck(), new ConditionsCheck(), new ResultsCheck(), new SensitiveCheck(), new StaleCheck(), new TriggersCheck(),
        new NearExamplesCheck(), new FunctionsCheck(), new BracesCheck(), new LocalesCheck(), new BoundsCheck(), new InputKindsCheck(),
        new SlowPatternsCheck(), new PathsCheck(), new ContradictionsCheck(), new TextsCheck(), new TranslatedLabelsCheck(),
        new ExampleLanguagesCheck(), new CopiedTextsCheck(), new OddFieldsCheck(),
        new WordsForValuesCheck(), new DraftTextsCheck(), new UnaskedCheck(),
    ];

    // What nothing uses can only be told when everything could be read.
    private static readonly ICheck[] OfWholeBots =
    [
        new ReachCheck(), new UnusedCheck(), new TranslationsCheck(), new ContextsCheck(), new PersonCheck(), new OffloadChannelsCheck(),
        new ChannelLimitsCheck(), new EqualWaysCheck(),
    ];

    // What follows from another mistake is not worth a finding of its own.
    private static readonly ICheck[] OfSoundBots = [new ValuesCheck(), new FirstValuesCheck(), new SilentEndCheck()];

    public static void Run(ReadingContext reading)
    {
        foreach (var check in All)
        {
            check.Run(reading);
        }

        foreach (var check in reading.Draft.IsWhole ? OfWholeBots : [])
        {
            check.Run(reading);
        }

        foreach (var check in reading.Draft.IsWhole && !reading.Findings.HasErrors ? OfSoundBots : [])
        {
            check.Run(reading);
        }
    }
}
