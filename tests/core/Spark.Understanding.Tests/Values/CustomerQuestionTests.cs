using Spark.Understanding.Tests.Support;
using Spark.Understanding.Values;

namespace Spark.Understanding.Tests.Values;

/// <summary>Thousands of questions that answer nothing: a parser that takes one for an answer talks past its writer.</summary>
public sealed class CustomerQuestionTests
{
    private static readonly ValueContext Urgency = Answer.English with
    {
        Choices = [new("low", "It can wait", []), new("normal", "Today please", []), new("high", "I cannot work", [])],
    };

    [Theory]
    [InlineData("yesno", 0)]
    [InlineData("choice", 0)]
    [InlineData("email", 0)]
    [InlineData("url", 0)]
    [InlineData("phone", 0)]
    [InlineData("language", 0.002)]
    public void A_question_is_hardly_ever_taken_for_an_answer(string type, double most)
    {
        IReadOnlyList<string> questions = CustomerQuestions.Read();
        List<string> taken = [.. questions.Select(question => (question, value: Answer.Read(type, question, Urgency)))
            .Where(answer => answer.value is not null).Select(answer => $"{answer.value}: {answer.question}")];

        double rate = (double)taken.Count / questions.Count;
        string report = $"{type}: {taken.Count} of {questions.Count}\n{string.Join('\n', taken.Take(50))}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        rate.ShouldBeLessThanOrEqualTo(most, report);
    }
}
