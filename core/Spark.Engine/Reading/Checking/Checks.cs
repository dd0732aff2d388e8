namespace Spark.Engine.Reading.Checking;

/// <summary>All checks over the whole bot.</summary>
internal static class Checks
{
    private static readonly ICheck[] All =
    [
        new NamesCheck(), new ConnectionsCheck(), new RunsCheck(), new AsksCheck(), new ExpressionNamesCheck(), new ExamplesCheck(),
        new LocalesCheck(), new SecretsCheck(), new CyclesCheck(), new HandoverCheck(), new VisitsCheck(), new WordsCheck(),
    ];

    // What nothing uses can only be told when everything could be read.
    private static readonly ICheck[] OfWholeBots = [new ReachCheck(), new UnusedCheck(), new TranslationsCheck(), new ContextsCheck(), new PersonCheck()];

    public static void Run(ReadingContext reading)
    {
        foreach (var check in All)
        {
            check.Run(reading);
        }

        if (reading.Draft.IsWhole)
        {
            foreach (var check in OfWholeBots)
            {
                check.Run(reading);
            }
        }
    }
}
