import 'tiredness-check'
